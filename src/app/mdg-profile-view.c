/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-profile-view.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

#define N_TYPES (MDG_FACILITY_PHARMACY + 1)

struct _MdgProfileView
{
  AdwBin parent_instance;

  GtkLabel *summary;
  AdwActionRow *next_row;
  AdwActionRow *nation_row;
  AdwActionRow *best_row;
  AdwActionRow *type_rows[N_TYPES];
  GtkLabel *rate_labels[N_TYPES];
};

G_DEFINE_FINAL_TYPE (MdgProfileView, mdg_profile_view, ADW_TYPE_BIN)

/* A row describes itself by its subtitle, which assistive technologies are not told of as a text. */
static void
describe (AdwActionRow *row, const char *text)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
show_gain (AdwActionRow *row, const MdgProfileGain *gain, const char *reached)
{
  g_autofree char *more = mdg_format_count (gain->more);
  g_autofree char *rank = mdg_format_rank (MAX (gain->rank, 1));
  g_autofree char *text = NULL;

  if (gain->state == MDG_PROFILE_GAIN_UNKNOWN)
    text = g_strdup (_ ("The figures of this month do not tell."));
  else if (gain->state == MDG_PROFILE_GAIN_REACHED)
    text = g_strdup (reached);
  else if (gain->rank == 0)
    /* Translators: a number of verifications. */
    text = g_strdup_printf (_ ("%s more with the card"), more);
  else if (gain->area == MDG_AREA_NATIONAL && gain->facility_type != MDG_FACILITY_ALL)
    /* Translators: a facility type, a number of verifications, a rank. */
    text = g_strdup_printf (_ ("%s at the nation’s rate of its type: %s more with the card give "
                               "rank %s"),
                            mdg_facility_type_get_label (gain->facility_type), more, rank);
  else
    /* Translators: a number of verifications, a rank. */
    text = g_strdup_printf (_ ("%s more with the card give rank %s"), more, rank);

  adw_action_row_set_subtitle (row, text);
  describe (row, text);
}

static char *
format_rate (const MdgObservation *rate)
{
  return rate != NULL ? mdg_format_value_full (rate) : g_strdup (_ ("not known"));
}

static void
add_part (GPtrArray *parts, const char *name, const char *rate)
{
  g_ptr_array_add (parts, g_strdup_printf ("%s\u00a0%s", name, rate));
}

static void
add_rate (GPtrArray *parts, MdgArea area, const MdgObservation *rate)
{
  g_autofree char *value = format_rate (rate);

  add_part (parts, mdg_area_get_label (area, mdg_language_get ()), value);
}

/* Own rate first, then whatever it is compared with; ended by NULL. */
static GPtrArray *
collect_rates (MdgProfile *profile, const MdgProfileRow *values)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  add_rate (parts, mdg_profile_get_area (profile), values->rate);
  add_rate (parts, MDG_AREA_NATIONAL, values->nation);
  if (values->has_region)
    {
      g_autofree char *rate = mdg_format_percent (values->region);
      MdgRegion region = mdg_area_get_region (mdg_profile_get_area (profile));

      add_part (parts, mdg_region_get_label (region, mdg_language_get ()), rate);
    }
  for (guint i = 0; i < mdg_profile_get_n_neighbours (profile); i++)
    add_rate (parts, mdg_profile_get_neighbour (profile, i), values->neighbours[i]);
  g_ptr_array_add (parts, NULL);

  return parts;
}

/* Lines break between the rates, never within one, as Japanese could anywhere. */
static char *
create_markup (char **parts)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *text = g_markup_escape_text (parts[i], -1);

      g_string_append_printf (markup, "%s<span allow_breaks=\"false\">%s</span>",
                              i > 0 ? " · " : "", text);
    }

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

static char *
create_title (MdgProfile *profile, MdgFacilityType type)
{
  const char *label = mdg_facility_type_get_label (type);

  if (mdg_profile_is_strongest (profile, type))
    /* Translators: a facility type. */
    return g_strdup_printf (_ ("%s (strongest)"), label);
  if (mdg_profile_is_weakest (profile, type))
    /* Translators: a facility type. */
    return g_strdup_printf (_ ("%s (weakest)"), label);

  return g_strdup (label);
}

static void
show_type (MdgProfileView *self, MdgProfile *profile, MdgFacilityType type)
{
  const MdgProfileRow *values = mdg_profile_get_row (profile, type);
  AdwActionRow *row = self->type_rows[type];
  g_autoptr (GPtrArray) parts = collect_rates (profile, values);
  g_autofree char *rate = format_rate (values->rate);
  g_autofree char *title = create_title (profile, type);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *markup = create_markup ((char **) parts->pdata + 1);
  g_autofree char *description = g_strjoinv (" · ", (char **) parts->pdata);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (row, markup);
  gtk_label_set_label (self->rate_labels[type], rate);
  describe (row, description);
}

/**
 * mdg_profile_view_set_profile:
 * @self: the view
 * @profile: what it shows
 */
void
mdg_profile_view_set_profile (MdgProfileView *self, MdgProfile *profile)
{
  g_autofree char *summary = NULL;
  MdgProfileGain next;
  MdgProfileGain nation;
  MdgProfileGain best;

  g_return_if_fail (MDG_IS_PROFILE_VIEW (self));
  g_return_if_fail (profile != NULL);

  summary = mdg_profile_dup_summary (profile);
  next = mdg_profile_get_next_rank (profile, MDG_FACILITY_ALL);
  nation = mdg_profile_get_national_rate (profile, MDG_FACILITY_ALL);
  best = mdg_profile_get_best_gain (profile);

  gtk_label_set_label (self->summary, summary);
  show_gain (self->next_row, &next, _ ("No prefecture ranks above it."));
  show_gain (self->nation_row, &nation, _ ("It is not below the nation’s rate."));
  show_gain (self->best_row, &best, _ ("No facility type is below the nation’s rate of its type."));
  for (guint type = 0; type < N_TYPES; type++)
    show_type (self, profile, type);
}

static void
mdg_profile_view_class_init (MdgProfileViewClass *klass)
{
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

/* What there is to gain is what the row is for, not its name. */
static AdwActionRow *
add_gain_row (AdwPreferencesGroup *group, const char *title)
{
  AdwActionRow *row = add_row (group, title);

  gtk_widget_add_css_class (GTK_WIDGET (row), "property");

  return row;
}

static void
add_type_row (MdgProfileView *self, AdwPreferencesGroup *group, MdgFacilityType type)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  self->type_rows[type] = add_row (group, mdg_facility_type_get_label (type));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->type_rows[type]), TRUE);
  self->rate_labels[type] = GTK_LABEL (label);
  adw_action_row_add_suffix (self->type_rows[type], label);
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
mdg_profile_view_init (MdgProfileView *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = adw_preferences_row_new ();
  AdwPreferencesGroup *group = add_group (box, _ ("Summary"), NULL);

  gtk_widget_set_tooltip_text (copy, _ ("Copy Summary"));
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "briefing.copy");
  adw_preferences_group_set_header_suffix (group, copy);

  self->summary = GTK_LABEL (label);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_wrap_mode (self->summary, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->summary, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (group, row);

  group = add_group (box, _ ("What There Is to Gain"),
                     _ ("If that many of this month’s verifications had been made with the card; "
                        "the number of verifications stays the same."));
  self->next_row = add_gain_row (group, _ ("Next Rank"));
  self->nation_row = add_gain_row (group, _ ("National Rate"));
  self->best_row = add_gain_row (group, _ ("Best Possible Gain by One Facility Type"));

  group = add_group (box, _ ("Comparison"),
                     _ ("Rates on the online basis. Strongest and weakest are measured by the "
                        "difference from the nation’s rate of each type; a region’s rate is "
                        "computed from the counts of its prefectures."));
  for (guint type = 0; type < N_TYPES; type++)
    add_type_row (self, group, type);

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}
