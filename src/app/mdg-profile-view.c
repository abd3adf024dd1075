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
};

G_DEFINE_FINAL_TYPE (MdgProfileView, mdg_profile_view, ADW_TYPE_BIN)

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
}

static void
append (GString *text, const char *name, const char *rate)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, "%s\u00a0%s", name, rate);
}

static void
append_rate (GString *text, const char *name, const MdgObservation *rate)
{
  g_autofree char *value = rate != NULL ? mdg_format_value_full (rate) : g_strdup (_ ("not known"));

  append (text, name, value);
}

static void
show_type (AdwActionRow *row, MdgProfile *profile, MdgFacilityType type)
{
  const MdgProfileRow *values = mdg_profile_get_row (profile, type);
  MdgArea area = mdg_profile_get_area (profile);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = g_strdup (mdg_facility_type_get_label (type));
  MdgLanguage language = mdg_language_get ();

  append_rate (text, mdg_area_get_label (area, language), values->rate);
  append_rate (text, mdg_area_get_label (MDG_AREA_NATIONAL, language), values->nation);
  if (values->has_region)
    {
      g_autofree char *region = mdg_format_percent (values->region);

      append (text, mdg_region_get_label (mdg_area_get_region (area), language), region);
    }
  for (guint i = 0; i < mdg_profile_get_n_neighbours (profile); i++)
    append_rate (text, mdg_area_get_label (mdg_profile_get_neighbour (profile, i), language),
                 values->neighbours[i]);

  if (mdg_profile_is_strongest (profile, type))
    {
      g_free (title);
      /* Translators: a facility type. */
      title = g_strdup_printf (_ ("%s (strongest)"), mdg_facility_type_get_label (type));
    }
  else if (mdg_profile_is_weakest (profile, type))
    {
      g_free (title);
      /* Translators: a facility type. */
      title = g_strdup_printf (_ ("%s (weakest)"), mdg_facility_type_get_label (type));
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, text->str);
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
    show_type (self->type_rows[type], profile, type);
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
  self->next_row = add_row (group, _ ("Next Rank"));
  self->nation_row = add_row (group, _ ("National Rate"));
  self->best_row = add_row (group, _ ("Best Possible Gain by One Facility Type"));

  group = add_group (box, _ ("Comparison"),
                     _ ("Rates on the online basis. Strongest and weakest are measured by the "
                        "difference from the nation’s rate of each type; a region’s rate is "
                        "computed from the counts of its prefectures."));
  for (guint type = 0; type < N_TYPES; type++)
    self->type_rows[type] = add_row (group, mdg_facility_type_get_label (type));

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}
