/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-tables.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

/* Of the columns, in proportion to each other. Names of prefectures are long in English. */
#define TYPE_WIDTH 1.4
#define AREA_WIDTH 1.12
#define CHANGE_WIDTH 0.95
#define DIFFERENCE_WIDTH 1.0
/* Marks of figures that need a word of caution, which stands below the tables. */
#define MARK_SECONDARY "*"

static const char *const doubt_marks[MDG_N_DOUBTS] = {
  [MDG_DOUBT_NONE] = "",
  [MDG_DOUBT_DATE_INFERRED] = "†",
  [MDG_DOUBT_MONTH_DISPUTED] = "‡",
  [MDG_DOUBT_TYPE_INFERRED] = "§",
  [MDG_DOUBT_TYPE_UNKNOWN] = "¶",
  [MDG_DOUBT_BASIS_INFERRED] = "‖",
  [MDG_DOUBT_UNOFFICIAL] = "#",
};

typedef struct
{
  MdgBriefingFigures *figures;
  MdgProfile *profile;
  MdgSheet *sheet;
  guint doubts; /* a bit for each that was marked */
  gboolean has_secondary;
  gboolean has_unknown;
  gboolean has_unpublished;
  gboolean has_worked_out;
} Writer;

typedef struct
{
  const char *headings[MDG_SHEET_MAX_COLUMNS];
  double widths[MDG_SHEET_MAX_COLUMNS];
  guint n;
} Columns;

static const char *
get_label (MdgArea area)
{
  return mdg_area_get_label (area, mdg_language_get ());
}

static char *
format_unknown (Writer *self)
{
  self->has_unknown = TRUE;

  return g_strdup ("–");
}

static char *
format_unpublished (Writer *self)
{
  self->has_unpublished = TRUE;

  return g_strdup (C_ ("briefing", "Unpublished"));
}

/* What is computed from two figures is as uncertain as both together. */
static char *
add_marks (Writer *self,
           const char *text,
           const MdgObservation *first,
           const MdgObservation *second)
{
  GString *out = g_string_new (text);
  guint doubts = 1u << first->doubt | 1u << second->doubt;

  if (first->quality == MDG_QUALITY_SECONDARY || second->quality == MDG_QUALITY_SECONDARY)
    {
      self->has_secondary = TRUE;
      g_string_append (out, MARK_SECONDARY);
    }
  for (guint doubt = MDG_DOUBT_NONE + 1; doubt < MDG_N_DOUBTS; doubt++)
    if ((doubts & (1u << doubt)) != 0)
      g_string_append (out, doubt_marks[doubt]);
  self->doubts |= doubts;

  return g_string_free_and_steal (out);
}

static char *
format_figure (Writer *self, const MdgObservation *figure)
{
  g_autofree char *text = NULL;

  if (figure == NULL)
    return format_unknown (self);

  mdg_briefing_figures_use (self->figures, figure);
  if (mdg_measure_get_unit (figure->measure) == MDG_UNIT_PERCENT)
    text = mdg_format_percent (figure->value);
  else if (mdg_measure_get_unit (figure->measure) == MDG_UNIT_RANK)
    text = mdg_format_rank ((guint) figure->value.digits);
  else
    text = mdg_format_value (figure->measure, figure->value);

  return add_marks (self, text, figure, figure);
}

/* The ministry publishes it of the four types, and not of all facilities together, for which it is
 * worked out if it can be. */
static char *
format_previous_rank (Writer *self, MdgFacilityType type)
{
  const MdgProfileRow *row = mdg_profile_get_row (self->profile, type);

  if (row->previous_rank == NULL && row->rank != NULL && type == MDG_FACILITY_ALL)
    return format_unpublished (self);

  self->has_worked_out |= row->previous_rank != NULL && type == MDG_FACILITY_ALL &&
                          row->previous_rank->measure == MDG_MEASURE_RANK_PREVIOUS &&
                          row->previous_rank->quality == MDG_QUALITY_DERIVED;
  return format_figure (self, row->previous_rank);
}

static char *
format_difference (Writer *self, const MdgProfileRow *row)
{
  g_autofree char *text = NULL;

  if (!row->has_difference)
    return format_unknown (self);

  text = mdg_format_decimal (row->difference, TRUE);
  return add_marks (self, text, row->rate, row->nation);
}

static char *
format_region (Writer *self, const MdgProfileRow *row)
{
  return row->has_region ? mdg_format_percent (row->region) : format_unknown (self);
}

static void
add_column (Columns *self, const char *heading, double width)
{
  self->headings[self->n] = heading;
  self->widths[self->n] = width;
  self->n++;
}

static void
write_rates (Writer *self)
{
  MdgRegion region = mdg_area_get_region (mdg_profile_get_area (self->profile));
  /* The region of Hokkaido is Hokkaido. */
  gboolean has_region = region != MDG_REGION_HOKKAIDO;
  Columns columns = { 0 };

  add_column (&columns, C_ ("briefing", "Facility Type"), TYPE_WIDTH);
  add_column (&columns, get_label (mdg_profile_get_area (self->profile)), AREA_WIDTH);
  add_column (&columns, C_ ("briefing", "Change"), CHANGE_WIDTH);
  add_column (&columns, get_label (MDG_AREA_NATIONAL), AREA_WIDTH);
  add_column (&columns, C_ ("briefing", "vs. Japan"), DIFFERENCE_WIDTH);
  if (has_region)
    add_column (&columns, mdg_region_get_label (region, mdg_language_get ()), AREA_WIDTH);
  for (guint i = 0; i < mdg_profile_get_n_neighbours (self->profile); i++)
    add_column (&columns, get_label (mdg_profile_get_neighbour (self->profile, i)), AREA_WIDTH);

  mdg_sheet_add_heading (self->sheet, C_ ("briefing", "Usage Rates (Online Basis) in Comparison"));
  mdg_sheet_begin_table (self->sheet, MDG_SHEET_TABLE_FIGURES, columns.n, columns.widths,
                         columns.headings);
  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      const MdgProfileRow *row = mdg_profile_get_row (self->profile, type);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (mdg_facility_type_get_label (type)));
      g_ptr_array_add (cells, format_figure (self, row->rate));
      g_ptr_array_add (cells, format_figure (self, row->change));
      g_ptr_array_add (cells, format_figure (self, row->nation));
      g_ptr_array_add (cells, format_difference (self, row));
      if (has_region)
        g_ptr_array_add (cells, format_region (self, row));
      for (guint i = 0; i < mdg_profile_get_n_neighbours (self->profile); i++)
        g_ptr_array_add (cells, format_figure (self, row->neighbours[i]));
      mdg_sheet_add_row (self->sheet, (const char *const *) cells->pdata);
    }
  mdg_sheet_end_table (self->sheet);
}

static char *
format_gain (Writer *self, MdgProfileGain gain, const char *reached)
{
  if (gain.state == MDG_PROFILE_GAIN_UNKNOWN)
    return format_unknown (self);
  if (gain.state == MDG_PROFILE_GAIN_REACHED)
    return g_strdup (reached);

  return mdg_format_count (gain.more);
}

static void
write_ranks (Writer *self)
{
  Columns columns = { 0 };

  add_column (&columns, C_ ("briefing", "Facility Type"), TYPE_WIDTH);
  add_column (&columns, C_ ("briefing", "Rank"), 0.7);
  add_column (&columns, C_ ("briefing", "Rank Before"), 1.1);
  add_column (&columns, C_ ("briefing", "With the Card"), 1.5);
  add_column (&columns, C_ ("briefing", "All Checks"), 1.3);
  add_column (&columns, C_ ("briefing", "To the Next Rank"), 1.4);
  add_column (&columns, C_ ("briefing", "To the Nation’s"), 1.3);
  mdg_sheet_add_heading (self->sheet, C_ ("briefing", "Ranks, Counts, and What Is Missing"));
  mdg_sheet_begin_table (self->sheet, MDG_SHEET_TABLE_FIGURES, columns.n, columns.widths,
                         columns.headings);
  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      const MdgProfileRow *row = mdg_profile_get_row (self->profile, type);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (mdg_facility_type_get_label (type)));
      g_ptr_array_add (cells, format_figure (self, row->rank));
      g_ptr_array_add (cells, format_previous_rank (self, type));
      g_ptr_array_add (cells, format_figure (self, row->mnc_count));
      g_ptr_array_add (cells, format_figure (self, row->verification_count));
      /* The gains and the region's rate are computed from these. */
      mdg_briefing_figures_use_areas (self->figures, type, MDG_MEASURE_MNC_COUNT);
      mdg_briefing_figures_use_areas (self->figures, type, MDG_MEASURE_VERIFICATION_COUNT);
      g_ptr_array_add (cells, format_gain (self, mdg_profile_get_next_rank (self->profile, type),
                                           C_ ("briefing", "Highest")));
      g_ptr_array_add (
        cells, format_gain (self, mdg_profile_get_national_rate (self->profile, type), "0"));
      mdg_sheet_add_row (self->sheet, (const char *const *) cells->pdata);
    }
  mdg_sheet_end_table (self->sheet);
}

static void
add_note (GString *notes, const char *note)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? "   " : "", note);
}

static void
write_notes (Writer *self)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  if (self->has_secondary)
    add_note (notes, C_ ("briefing", "* A secondary figure: quoted by another publication, not "
                                     "proved here."));
  for (guint doubt = MDG_DOUBT_NONE + 1; doubt < MDG_N_DOUBTS; doubt++)
    {
      g_autofree char *note =
        g_strdup_printf ("%s %s", doubt_marks[doubt], mdg_doubt_get_description (doubt));

      if ((self->doubts & (1u << doubt)) != 0)
        add_note (notes, note);
    }
  if (self->has_unpublished)
    add_note (notes, C_ ("briefing", "Unpublished: the ministry prints the rank of the month "
                                     "before for the four types only. For all facilities it is "
                                     "worked out from rates and changes, where they leave no "
                                     "doubt."));
  if (self->has_worked_out)
    add_note (notes, C_ ("briefing", "The rank before of all facilities is worked out from rates "
                                     "and changes; the ministry does not print it."));
  if (self->has_unknown)
    add_note (notes, C_ ("briefing", "–: not known from the publications at hand."));
  mdg_sheet_add_paragraph (self->sheet, MDG_SHEET_DIM, notes->str);
}

/**
 * mdg_briefing_tables_write:
 * @figures: figures of the briefing
 * @profile: the prefecture, as those figures show it
 * @sheet: a sheet
 *
 * Writes what is known of a prefecture as tables, and below them what must be known of the figures:
 * each that is secondary or in doubt has marks, and each mark is explained.
 */
void
mdg_briefing_tables_write (MdgBriefingFigures *figures, MdgProfile *profile, MdgSheet *sheet)
{
  Writer self = { .figures = figures, .profile = profile, .sheet = sheet };

  write_rates (&self);
  write_ranks (&self);
  write_notes (&self);
}
