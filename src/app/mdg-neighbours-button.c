/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-neighbours-button.h"

#include <glib/gi18n.h>

#define KEY "neighbour-areas"
#define MAX_NEIGHBOURS 3

struct _MdgNeighboursButton
{
  AdwBin parent_instance;

  GSettings *settings;
  MdgArea area;
  gboolean following;
  GtkListBox *list;
  GtkEditable *search;
  GtkCheckButton *checks[MDG_N_AREAS];
};

G_DEFINE_FINAL_TYPE (MdgNeighboursButton, mdg_neighbours_button, ADW_TYPE_BIN)

static MdgArea
get_area (gpointer object)
{
  return (MdgArea) GPOINTER_TO_UINT (g_object_get_data (object, "area"));
}

/**
 * mdg_neighbours_read:
 * @settings: the program's settings
 * @area: the prefecture that is compared
 * @neighbours: (out caller-allocates): takes the neighbours
 *
 * Returns: how many; what is no prefecture, @area itself or stands twice is left out
 */
guint
mdg_neighbours_read (GSettings *settings, MdgArea area, MdgArea neighbours[3])
{
  g_auto (GStrv) codes = g_settings_get_strv (settings, KEY);
  guint n = 0;

  for (guint i = 0; codes[i] != NULL && n < MAX_NEIGHBOURS; i++)
    {
      MdgArea other;
      gboolean taken;

      if (!mdg_area_from_code (codes[i], &other))
        continue;
      taken = other == area || !mdg_area_is_prefecture (other);
      for (guint j = 0; j < n; j++)
        taken |= neighbours[j] == other;
      if (!taken)
        neighbours[n++] = other;
    }

  return n;
}

static void
follow (MdgNeighboursButton *self)
{
  MdgArea neighbours[MAX_NEIGHBOURS];
  guint n = mdg_neighbours_read (self->settings, self->area, neighbours);

  self->following = TRUE;
  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      gboolean active = FALSE;

      for (guint i = 0; i < n; i++)
        active |= neighbours[i] == area;
      gtk_check_button_set_active (self->checks[area], active);
      gtk_widget_set_sensitive (GTK_WIDGET (self->checks[area]), active || n < MAX_NEIGHBOURS);
    }
  self->following = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, MdgNeighboursButton *self)
{
  MdgArea neighbours[MAX_NEIGHBOURS];
  const char *codes[MAX_NEIGHBOURS + 2] = { NULL };
  guint n;
  guint n_codes = 0;

  if (self->following)
    return;

  n = mdg_neighbours_read (self->settings, self->area, neighbours);
  for (guint i = 0; i < n; i++)
    if (neighbours[i] != get_area (check))
      codes[n_codes++] = mdg_area_get_code (neighbours[i]);
  if (gtk_check_button_get_active (check) && n_codes < MAX_NEIGHBOURS)
    codes[n_codes++] = mdg_area_get_code (get_area (check));
  g_settings_set_strv (self->settings, KEY, codes);
}

static gboolean
filter (GtkListBoxRow *row, gpointer data)
{
  MdgNeighboursButton *self = data;
  const char *text = gtk_editable_get_text (self->search);
  MdgArea area = get_area (row);

  return area != self->area && (text[0] == '\0' || mdg_area_matches (area, text));
}

/* Those of the same region stand first. */
static int
sort (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  MdgNeighboursButton *self = data;
  MdgRegion region =
    self->area == MDG_AREA_NONE ? MDG_REGION_NONE : mdg_area_get_region (self->area);
  int near_a = mdg_area_get_region (get_area (a)) == region;
  int near_b = mdg_area_get_region (get_area (b)) == region;

  return near_a != near_b ? near_b - near_a : get_area (a) - get_area (b);
}

/**
 * mdg_neighbours_button_set_area:
 * @self: the button
 * @area: the prefecture that is compared, which is not offered
 */
void
mdg_neighbours_button_set_area (MdgNeighboursButton *self, MdgArea area)
{
  g_return_if_fail (MDG_IS_NEIGHBOURS_BUTTON (self));
  g_return_if_fail (mdg_area_is_prefecture (area));

  if (self->area == area)
    return;

  self->area = area;
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);
  follow (self);
}

/**
 * mdg_neighbours_button_set_up:
 * @self: the button
 * @settings: where the neighbours are kept
 */
void
mdg_neighbours_button_set_up (MdgNeighboursButton *self, GSettings *settings)
{
  g_return_if_fail (MDG_IS_NEIGHBOURS_BUTTON (self));

  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
}

static void
mdg_neighbours_button_dispose (GObject *object)
{
  g_clear_object (&MDG_NEIGHBOURS_BUTTON (object)->settings);

  G_OBJECT_CLASS (mdg_neighbours_button_parent_class)->dispose (object);
}

static void
mdg_neighbours_button_class_init (MdgNeighboursButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mdg_neighbours_button_dispose;
}

static void
add_row (MdgNeighboursButton *self, MdgArea area)
{
  const char *label = mdg_area_get_label (area, mdg_language_get ());
  GtkWidget *check = gtk_check_button_new_with_label (label);
  GtkWidget *row = gtk_list_box_row_new ();

  self->checks[area] = GTK_CHECK_BUTTON (check);
  g_object_set_data (G_OBJECT (check), "area", GUINT_TO_POINTER (area));
  g_object_set_data (G_OBJECT (row), "area", GUINT_TO_POINTER (area));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
mdg_neighbours_button_init (MdgNeighboursButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *hint = gtk_label_new (_ ("Choose up to three. Those of the same region stand first."));

  self->area = MDG_AREA_NONE;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->search = GTK_EDITABLE (search);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    add_row (self, area);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a Prefecture"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Neighbours"), -1);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->list);

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 28);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dimmed");
  gtk_widget_set_size_request (scrolled, 240, 260);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Neighbours"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _ ("Compare with up to three prefectures"));
  adw_bin_set_child (ADW_BIN (self), button);

  /* Only now: both ask for the search's text. */
  gtk_list_box_set_sort_func (self->list, sort, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter, self, NULL);
}
