/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a map view shows: the scene, the selection, and what stands beside the map about them. */

#include "config.h"

#include "map/mdg-map-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is selected, in words: the keyboard has no pointer to ask for a tooltip with. It stands beside
 * the map, where it hides nothing, and always, so that the map keeps its size. */
void
mdg_map_view_update_reading (MdgMapView *self)
{
  MdgArea area = mdg_area_layer_get_selected_area (self->layer);
  gboolean has_area = self->scene != NULL && mdg_area_is_prefecture (area);
  const char *name = has_area ? mdg_area_get_label (area, mdg_language_get ()) : "";
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = (guint) strlen (name);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (self->reading_label, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->reading_label), self->scene != NULL && !self->compact);
  if (has_area)
    {
      g_autofree char *reading = mdg_map_scene_dup_reading (self->scene, area);
      g_autofree char *text = g_strdup_printf ("%s  %s", name, reading);

      gtk_label_set_label (self->reading_label, text);
    }
  else
    gtk_label_set_label (self->reading_label, _ ("Choose a prefecture to read its figure."));
}

/* The button that leads to Okinawa is there while Okinawa is out of view. */
void
mdg_map_view_update_inset (MdgMapView *self)
{
  gboolean visible =
    self->scene != NULL && !mdg_area_layer_is_in_view (self->layer, MDG_MAP_VIEW_INSET_AREA);

  /* The focus must not vanish with the button. */
  if (!visible && gtk_widget_has_focus (self->inset_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  gtk_widget_set_visible (self->inset_button, visible);
}

static void
update_selection (MdgMapView *self)
{
  MdgArea area = mdg_figure_model_get_scope (self->model)->area;

  mdg_area_layer_set_selected_area (self->layer,
                                    mdg_area_is_prefecture (area) ? area : MDG_AREA_NONE);
  mdg_map_view_update_reading (self);
}

/* What is shown, but for the selection, which is no part of the scene. */
static MdgScope
get_shown_scope (MdgMapView *self)
{
  MdgScope scope = *mdg_figure_model_get_scope (self->model);

  scope.area = MDG_AREA_NATIONAL;

  return scope;
}

/* Makes the map anew from the figures, or says why there are no boundaries. */
void
mdg_map_view_update_scene (MdgMapView *self)
{
  g_autoptr (GError) error = NULL;
  MdgBoundaries *boundaries = mdg_boundaries_get_default (&error);
  g_autoptr (MdgMapScene) scene = NULL;
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autofree char *old_summary = NULL;
  g_autofree char *summary = NULL;

  if (boundaries == NULL)
    {
      gtk_label_set_label (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      return;
    }

  if (self->model != NULL)
    {
      const MdgScope scope = get_shown_scope (self);

      options.palette = mdg_palette_choose_mode (self->is_dark, self->high_contrast);
      options.scheme = self->color_scheme;
      options.show_extremes = self->show_extremes;
      options.isolated = self->isolated_entry;
      options.classes = self->classes;
      scene = mdg_map_scene_new_after (
        self->scene, boundaries, mdg_figure_model_get_figures (self->model), &scope, &options);
      summary = mdg_map_scene_dup_summary (scene);
    }

  if (self->scene != NULL)
    old_summary = mdg_map_scene_dup_summary (self->scene);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  self->scene = scene != NULL ? mdg_map_scene_ref (scene) : NULL;
  mdg_area_layer_set_scene (self->layer, scene);
  mdg_map_inset_set_scene (self->inset, scene);
  mdg_map_legend_set_scene (self->legend, scene);
  mdg_map_view_update_inset (self);
  if (self->model != NULL)
    update_selection (self);
  else
    mdg_map_view_update_reading (self);

  if (old_summary != NULL && summary != NULL && !g_str_equal (summary, old_summary) &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->layer), summary,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_object_notify (G_OBJECT (self), "scene");

  /* Another month may have fewer classes than the one the entry was pressed in. */
  if (scene != NULL && mdg_map_scene_get_options (scene)->isolated != self->isolated_entry)
    mdg_map_view_set_isolated_entry (self, mdg_map_scene_get_options (scene)->isolated);
}

/* Choosing a prefecture makes no other map. */
void
mdg_map_view_follow_scope (MdgMapView *self)
{
  const MdgScope scope = get_shown_scope (self);

  if (self->scene != NULL && mdg_scope_equal (&scope, mdg_map_scene_get_scope (self->scene)))
    update_selection (self);
  else
    mdg_map_view_update_scene (self);
}
