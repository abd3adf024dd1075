/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "profile/mdg-profile-private.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

typedef struct
{
  MdgProfile *profile;
  GPtrArray *sentences;
  GArray *figures; /* of the sentence that is being written */
} Writer;

static void
sentence_free (MdgProfileSentence *self)
{
  g_free (self->text);
  g_array_unref (self->figures);
  g_free (self);
}

/* Whatever number a sentence says goes through the two functions below: they note it. */
static void
note (Writer *self, const MdgObservation *observation, MdgMeasure measure, MdgDecimal value)
{
  const MdgProfileFigure figure = { observation, measure, value };

  g_array_append_val (self->figures, figure);
}

static char *
say (Writer *self, const MdgObservation *observation)
{
  note (self, observation, observation->measure, observation->value);

  return mdg_format_value_full (observation);
}

static char *
say_computed (Writer *self, MdgMeasure measure, MdgDecimal value)
{
  note (self, NULL, measure, value);

  if (mdg_measure_get_unit (measure) == MDG_UNIT_POINTS)
    return mdg_format_points (value);
  if (mdg_measure_get_unit (measure) == MDG_UNIT_PERCENT)
    return mdg_format_percent (value);
  if (mdg_measure_get_unit (measure) == MDG_UNIT_RANK)
    return mdg_format_rank ((guint) value.digits);

  return mdg_format_count (value.digits);
}

static void
finish (Writer *self, char *text)
{
  MdgProfileSentence *sentence = g_new0 (MdgProfileSentence, 1);

  sentence->text = text;
  sentence->figures = g_steal_pointer (&self->figures);
  g_ptr_array_add (self->sentences, sentence);
  self->figures = g_array_new (FALSE, FALSE, sizeof (MdgProfileFigure));
}

static const char *
get_name (Writer *self)
{
  return mdg_area_get_label (self->profile->area, mdg_language_get ());
}

static void
write_rate (Writer *self, const MdgProfileRow *row)
{
  g_autofree char *month = mdg_format_month (self->profile->month);
  g_autofree char *rate = NULL;
  g_autofree char *rank = NULL;

  if (row->rate == NULL)
    {
      /* Translators: a prefecture and a month. */
      finish (self,
              g_strdup_printf (_ ("%s has no published rate for %s."), get_name (self), month));
      return;
    }

  rate = say (self, row->rate);
  /* Translators: a prefecture, a month, a rate in percent. */
  finish (self, g_strdup_printf (_ ("The usage rate of %s in %s is %s on the online basis."),
                                 get_name (self), month, rate));
  if (row->rank == NULL)
    return;

  rank = say (self, row->rank);
  if (row->previous_rank != NULL)
    {
      g_autofree char *before = mdg_format_month (self->profile->month - 1);
      g_autofree char *previous = say (self, row->previous_rank);

      /* Translators: a rank, a month, the rank in that month. */
      finish (self, g_strdup_printf (_ ("It ranks %s among the prefectures; in %s it ranked %s."),
                                     rank, before, previous));
    }
  else
    finish (self, g_strdup_printf (_ ("It ranks %s among the prefectures."), rank));
}

static void
write_change (Writer *self, const MdgProfileRow *row)
{
  g_autofree char *before = mdg_format_month (self->profile->month - 1);
  g_autofree char *change = NULL;

  if (row->rate == NULL || row->change == NULL)
    return;

  change = say (self, row->change);
  /* Translators: a month, a difference in percentage points. */
  finish (self, g_strdup_printf (_ ("The change since %s is %s."), before, change));
}

static void
write_comparison (Writer *self, const MdgProfileRow *row)
{
  if (row->has_difference)
    {
      g_autofree char *nation = say (self, row->nation);
      g_autofree char *difference = say_computed (self, MDG_MEASURE_CHANGE_POINTS, row->difference);

      /* Translators: the nation’s rate, the difference of the prefecture’s from it in points. */
      finish (self, g_strdup_printf (_ ("The nation’s rate is %s; the difference from it is %s."),
                                     nation, difference));
    }

  if (row->has_region)
    {
      g_autofree char *rate = say_computed (self, MDG_MEASURE_USAGE_RATE_ONLINE, row->region);

      /* Translators: a region, a rate computed from the counts of its prefectures. */
      finish (self, g_strdup_printf (
                      _ ("The rate of the region %s, from the counts of its prefectures, is %s."),
                      mdg_region_get_label (mdg_area_get_region (self->profile->area),
                                            mdg_language_get ()),
                      rate));
    }
}

static char *
name_types (guint types, guint *first)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint type = MDG_FACILITY_PHARMACY; type >= MDG_FACILITY_HOSPITAL; type--)
    {
      if ((types & (1u << type)) == 0)
        continue;

      if (names->len > 0)
        /* Translators: between the items of a list. */
        g_string_prepend (names, C_ ("list", ", "));
      g_string_prepend (names, mdg_facility_type_get_label (type));
      *first = type;
    }

  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
write_types (Writer *self)
{
  guint best = 0;
  guint worst = 0;
  g_autofree char *strongest = name_types (self->profile->strongest, &best);
  g_autofree char *weakest = name_types (self->profile->weakest, &worst);
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;

  if (best == 0 || worst == 0)
    return;

  above = say_computed (self, MDG_MEASURE_CHANGE_POINTS, self->profile->rows[best].difference);
  below = say_computed (self, MDG_MEASURE_CHANGE_POINTS, self->profile->rows[worst].difference);
  /* Translators: facility types and their differences in points, the best and the weakest. */
  finish (self,
          g_strdup_printf (_ ("Against the nation’s rate of each facility type, the strongest "
                              "is %s (%s) and the weakest is %s (%s)."),
                           strongest, above, weakest, below));
}

static void
write_counts (Writer *self, const MdgProfileRow *row)
{
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  if (row->mnc_count == NULL || row->verification_count == NULL ||
      row->mnc_count->edition != row->verification_count->edition)
    return;

  whole = say (self, row->verification_count);
  part = say (self, row->mnc_count);
  /* Translators: how many verifications there were, how many of them with the card. */
  finish (self,
          g_strdup_printf (_ ("Of %s verifications, %s were made with the card."), whole, part));
}

static char *
say_gain (Writer *self, const MdgProfileGain *gain, char **rank)
{
  if (rank != NULL)
    *rank = say_computed (self, MDG_MEASURE_RANK, MDG_DECIMAL (gain->rank, 0));

  return say_computed (self, MDG_MEASURE_MNC_COUNT, MDG_DECIMAL (gain->more, 0));
}

static void
write_gains (Writer *self)
{
  MdgProfileGain next = mdg_profile_get_next_rank (self->profile, MDG_FACILITY_ALL);
  MdgProfileGain nation = mdg_profile_get_national_rate (self->profile, MDG_FACILITY_ALL);
  MdgProfileGain best = mdg_profile_get_best_gain (self->profile);

  if (next.state == MDG_PROFILE_GAIN_POSSIBLE)
    {
      g_autofree char *rank = NULL;
      g_autofree char *more = say_gain (self, &next, &rank);

      /* Translators: a number of verifications, a rank. */
      finish (self, g_strdup_printf (_ ("If %s more of the same verifications had been made with "
                                        "the card, it would have ranked %s."),
                                     more, rank));
    }
  else if (next.state == MDG_PROFILE_GAIN_REACHED)
    finish (self, g_strdup (_ ("No prefecture ranks above it.")));

  if (nation.state == MDG_PROFILE_GAIN_POSSIBLE)
    {
      g_autofree char *more = say_gain (self, &nation, NULL);

      finish (self,
              g_strdup_printf (_ ("%s more of the same verifications with the card would have "
                                  "made the nation’s rate."),
                               more));
    }
  else if (nation.state == MDG_PROFILE_GAIN_REACHED)
    finish (self, g_strdup (_ ("It is not below the nation’s rate.")));

  if (best.state == MDG_PROFILE_GAIN_POSSIBLE)
    {
      g_autofree char *rank = NULL;
      g_autofree char *more = say_gain (self, &best, &rank);

      /* Translators: a facility type, a number of verifications, a rank of all facilities. */
      finish (self, g_strdup_printf (_ ("The best possible gain by one facility type: %s at the "
                                        "nation’s rate of its type (%s more with the card) would "
                                        "have given the rank %s for all facilities."),
                                     mdg_facility_type_get_label (best.facility_type), more, rank));
    }
  else if (best.state == MDG_PROFILE_GAIN_REACHED)
    finish (self, g_strdup (_ ("No facility type is below the nation’s rate of its type.")));
}

/* Doubts and secondary figures are told for what the sentences stand on. */
static void
write_doubts (Writer *self)
{
  guint doubts = 0;
  gboolean secondary = FALSE;

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const MdgProfileSentence *sentence = g_ptr_array_index (self->sentences, i);

      for (guint j = 0; j < sentence->figures->len; j++)
        {
          const MdgObservation *observation =
            g_array_index (sentence->figures, MdgProfileFigure, j).observation;

          if (observation == NULL)
            continue;
          doubts |= 1u << observation->doubt;
          secondary |= observation->quality == MDG_QUALITY_SECONDARY;
        }
    }
  /* The types are compared by rates of which only the differences are told. */
  if (self->profile->strongest != 0)
    for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
      {
        const MdgProfileRow *row = &self->profile->rows[type];

        doubts |= 1u << row->rate->doubt | 1u << row->nation->doubt;
        secondary |= row->rate->quality == MDG_QUALITY_SECONDARY ||
                     row->nation->quality == MDG_QUALITY_SECONDARY;
      }

  if (secondary)
    finish (self, g_strdup (_ ("Some of these figures come from a secondary source.")));
  for (guint doubt = MDG_DOUBT_NONE + 1; doubt < MDG_N_DOUBTS; doubt++)
    if ((doubts & (1u << doubt)) != 0)
      /* Translators: what is in doubt about a figure. */
      finish (self, g_strdup_printf (_ ("In doubt: %s"), mdg_doubt_get_description (doubt)));
}

/**
 * mdg_profile_get_sentences:
 * @self: a profile
 *
 * Says in the language of the program what the figures say. A sentence whose figures are not all
 * known is left out.
 *
 * Returns: (transfer full) (element-type MdgProfileSentence): the sentences in their order, at
 *   least one
 */
GPtrArray *
mdg_profile_get_sentences (MdgProfile *self)
{
  Writer writer = { .profile = self };
  const MdgProfileRow *row;

  g_return_val_if_fail (self != NULL, NULL);

  row = &self->rows[MDG_FACILITY_ALL];
  writer.sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) sentence_free);
  writer.figures = g_array_new (FALSE, FALSE, sizeof (MdgProfileFigure));

  write_rate (&writer, row);
  write_change (&writer, row);
  write_comparison (&writer, row);
  write_types (&writer);
  write_counts (&writer, row);
  write_gains (&writer);
  write_doubts (&writer);

  g_array_unref (writer.figures);
  return writer.sentences;
}

/**
 * mdg_profile_join_sentences:
 * @sentences: (element-type MdgProfileSentence): sentences
 * @first: the first that is taken
 * @end: up to before which they are taken; may be past their end
 *
 * Returns: (transfer full): them as one paragraph, as the language writes it; empty if there are
 *   none
 */
char *
mdg_profile_join_sentences (GPtrArray *sentences, guint first, guint end)
{
  GString *out = g_string_new (NULL);

  for (guint i = first; i < MIN (end, sentences->len); i++)
    {
      const MdgProfileSentence *sentence = g_ptr_array_index (sentences, i);

      /* Japanese sentences stand without a blank between them. */
      if (i > first && mdg_language_get () != MDG_LANGUAGE_JAPANESE)
        g_string_append_c (out, ' ');
      g_string_append (out, sentence->text);
    }

  return g_string_free_and_steal (out);
}

/**
 * mdg_profile_dup_summary:
 * @self: a profile
 *
 * Returns: (transfer full): the sentences of mdg_profile_get_sentences() as one paragraph
 */
char *
mdg_profile_dup_summary (MdgProfile *self)
{
  g_autoptr (GPtrArray) sentences = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  sentences = mdg_profile_get_sentences (self);

  return mdg_profile_join_sentences (sentences, 0, sentences->len);
}
