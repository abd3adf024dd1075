/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-map-page.h"

#include <glib/gi18n.h>

#include "app/mdg-class-button.h"
#include "app/mdg-class-settings.h"
#include "app/mdg-comparison.h"
#include "app/mdg-map-saver.h"
#include "app/mdg-month-slider.h"
#include "app/mdg-ranked-list.h"
#include "app/mdg-region-button.h"
#include "app/mdg-scope-bar.h"
#include "draw/mdg-map-comparison.h"
#include "map/mdg-map-view.h"
#include "widget/mdg-popup.h"

struct _MdgMapPage
{
  AdwBin parent_instance;

  MdgFigureModel *model;
  MdgComparison *comparison;
  /* Between the classes shown alone, while a class is the same on both maps. */
  GBinding *isolation;
  GSettings *settings;
  GSimpleActionGroup *actions;
  gboolean is_tight;

  AdwMultiLayoutView *layout_view;
  AdwViewStack *view_stack;
  MdgScopeBar *scope_bar;
  MdgMonthSlider *month_slider;
  MdgClassButton *class_button;
  MdgMapView *map_view;
  MdgRankedList *ranked_list;
  GtkWidget *list_slot;
  MdgScopeBar *second_scope_bar;
  AdwToggleGroup *shown_group;
  GtkWidget *first_column;
  GtkWidget *second_column;
  GtkLabel *first_caption;
  GtkLabel *second_caption;
  MdgMapView *second_view;
  GtkWidget *same_scale_button;
  GtkLabel *comparison_label;
  GtkMenuButton *menu_button;
  GMenuModel *map_menu;
};

G_DEFINE_FINAL_TYPE (MdgMapPage, mdg_map_page, ADW_TYPE_BIN)

static void
area_activated_cb (MdgMapPage *self, guint area)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-prefecture", "s",
                              mdg_area_get_code ((MdgArea) area));
}

static gboolean
is_in_class_cb (MdgArea area, gpointer data)
{
  MdgMapPage *self = data;
  MdgMapScene *scene = mdg_map_view_get_scene (self->map_view);
  int entry = mdg_map_view_get_isolated_entry (self->map_view);

  return scene == NULL || entry < 0 ||
         mdg_map_scene_get_value (scene, area)->entry == (guint) entry;
}

/* The legend's class that is in colour is also the only one in the list. */
static void
isolated_cb (MdgMapPage *self)
{
  if (self->ranked_list != NULL)
    mdg_ranked_list_set_filter (self->ranked_list, is_in_class_cb, self);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgMapPage *self = MDG_MAP_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "list");
  mdg_ranked_list_search (self->ranked_list);
}

static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mdg_map_view_show_all (MDG_MAP_PAGE (data)->map_view);
}

static void
show_place_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MdgMapPlace place;

  if (mdg_map_place_from_id (g_variant_get_string (parameter, NULL), &place))
    mdg_map_view_show_place (MDG_MAP_PAGE (data)->map_view, place);
}

static void
show_selected_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MdgMapPage *self = data;
  MdgArea area = mdg_figure_model_get_scope (self->model)->area;

  if (mdg_area_is_prefecture (area))
    mdg_map_view_show_area (self->map_view, area);
}

static gboolean
is_comparing (MdgMapPage *self)
{
  return self->comparison != NULL && mdg_comparison_is_active (self->comparison);
}

/* What is seen, in the colours of paper. */
static void
add_paper_scene (GPtrArray *scenes, MdgMapView *view, MdgFigureModel *model)
{
  MdgMapScene *seen = mdg_map_view_get_scene (view);
  MdgMapOptions options;

  if (seen == NULL)
    return;

  options = *mdg_map_scene_get_options (seen);
  options.palette = MDG_PALETTE_PAPER;
  g_ptr_array_add (scenes, mdg_map_scene_new (mdg_map_scene_get_boundaries (seen),
                                              mdg_figure_model_get_figures (model),
                                              mdg_map_scene_get_scope (seen), &options));
}

static GPtrArray *
create_paper_scenes (MdgMapPage *self)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_map_scene_unref);

  add_paper_scene (scenes, self->map_view, self->model);
  if (is_comparing (self))
    add_paper_scene (scenes, self->second_view, mdg_comparison_get_second (self->comparison));

  return scenes;
}

static void
save_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MdgMapPage *self = data;
  g_autoptr (GPtrArray) scenes = create_paper_scenes (self);

  if (scenes->len > 0)
    mdg_map_saver_save (GTK_WIDGET (self), scenes, self->settings);
}

static void
copy_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MdgMapPage *self = data;
  g_autoptr (GPtrArray) scenes = create_paper_scenes (self);

  if (scenes->len > 0)
    mdg_map_saver_copy (GTK_WIDGET (self), scenes);
}

static void
name_column (GtkWidget *column, GtkLabel *caption, const char *text)
{
  gtk_label_set_label (caption, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
name_columns (MdgMapPage *self, MdgMapScene *first, MdgMapScene *second)
{
  g_autofree char *first_summary = mdg_map_scene_dup_summary (first);
  g_autofree char *second_summary = mdg_map_scene_dup_summary (second);
  /* Translators: %s is what the map shows: measure, month and type of facility. */
  g_autofree char *first_text = g_strdup_printf (_ ("First map: %s"), first_summary);
  /* Translators: %s is what the map shows: measure, month and type of facility. */
  g_autofree char *second_text = g_strdup_printf (_ ("Second map: %s"), second_summary);

  name_column (self->first_column, self->first_caption, first_text);
  name_column (self->second_column, self->second_caption, second_text);
}

/* What either map shows, and what they say of the selected prefecture. */
static void
update_comparison (MdgMapPage *self)
{
  MdgMapScene *first = mdg_map_view_get_scene (self->map_view);
  MdgMapScene *second = mdg_map_view_get_scene (self->second_view);
  MdgArea area = mdg_figure_model_get_scope (self->model)->area;
  gboolean comparing = is_comparing (self) && first != NULL && second != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->comparison_label),
                          comparing && mdg_area_is_prefecture (area));
  if (!comparing)
    return;

  name_columns (self, first, second);
  if (mdg_area_is_prefecture (area))
    {
      g_autofree char *text = mdg_map_scene_dup_comparison (first, second, area);

      if (!g_str_equal (text, gtk_label_get_label (self->comparison_label)))
        {
          gtk_label_set_label (self->comparison_label, text);
          if (gtk_widget_get_mapped (GTK_WIDGET (self)))
            gtk_accessible_announce (GTK_ACCESSIBLE (self->comparison_label), text,
                                     GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
        }
    }
}

static gboolean
is_narrow (MdgMapPage *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layout_view), "narrow") == 0;
}

/* Side by side where there is room for two maps. Elsewhere one of them, in the same place of Japan:
 * they move together, seen or not. */
static void
update_columns (MdgMapPage *self)
{
  gboolean comparing = is_comparing (self);
  gboolean one_only = comparing && is_narrow (self);
  gboolean is_second = adw_toggle_group_get_active (self->shown_group) == 1;
  gboolean shows_first = !one_only || !is_second;
  gboolean shows_second = comparing && (!one_only || is_second);

  gtk_widget_set_visible (GTK_WIDGET (self->shown_group), one_only);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_bar), shows_first);
  gtk_widget_set_visible (self->first_column, shows_first);
  gtk_widget_set_visible (GTK_WIDGET (self->second_scope_bar), shows_second);
  gtk_widget_set_visible (self->second_column, shows_second);
  /* Who chose a map by its name need not be told it again. */
  gtk_widget_set_visible (GTK_WIDGET (self->first_caption), comparing && !one_only);
  gtk_widget_set_visible (GTK_WIDGET (self->second_caption), comparing && !one_only);
  /* Two maps need the room of the list; in a narrow window it has a page of its own. */
  gtk_widget_set_visible (self->list_slot, !comparing);

  if (self->is_tight != one_only)
    {
      self->is_tight = one_only;
      g_object_set (self->map_view, "compact", one_only, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->month_slider), !one_only);
    }
}

static void
load_classes (MdgMapPage *self, MdgMapView *view, MdgFigureModel *model)
{
  MdgClassOptions classes;

  mdg_comparison_load_classes (self->comparison, model, &classes);
  mdg_map_view_set_classes (view, &classes);
}

static void
classes_changed_cb (MdgMapPage *self)
{
  load_classes (self, self->map_view, self->model);
  load_classes (self, self->second_view, mdg_comparison_get_second (self->comparison));
}

/* On the same scale a class is the same on both maps, so that both show it alone. */
static void
update_isolation (MdgMapPage *self)
{
  gboolean shared = mdg_comparison_shares_scale (self->comparison);

  if (shared == (self->isolation != NULL))
    return;

  if (shared)
    self->isolation =
      g_object_bind_property (self->map_view, "isolated-entry", self->second_view, "isolated-entry",
                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  else
    g_clear_pointer (&self->isolation, g_binding_unbind);
}

static void
update_same_scale (MdgMapPage *self)
{
  gboolean possible = mdg_comparison_can_share_scale (self->comparison);

  gtk_widget_set_visible (self->same_scale_button, is_comparing (self));
  gtk_widget_set_sensitive (self->same_scale_button, possible);
  gtk_widget_set_tooltip_text (self->same_scale_button,
                               possible ? _ ("A Color Stands for the Same Figures on Both Maps")
                                        : _ ("The Maps Show Different Measures"));
}

static void
comparison_changed_cb (MdgMapPage *self)
{
  gboolean comparing = is_comparing (self);

  update_columns (self);
  update_same_scale (self);
  classes_changed_cb (self);
  mdg_map_view_set_figure_model (self->second_view,
                                 comparing ? mdg_comparison_get_second (self->comparison) : NULL);
  mdg_map_view_link (self->map_view, comparing ? self->second_view : NULL);
  update_isolation (self);
  update_comparison (self);
}

static void
palette_changed_cb (MdgMapPage *self)
{
  /* The values of the schema's enumeration are those of the schemes. */
  MdgPaletteScheme scheme = g_settings_get_enum (self->settings, "map-palette");

  mdg_map_view_set_color_scheme (self->map_view, scheme);
  mdg_map_view_set_color_scheme (self->second_view, scheme);
}

static void
update_actions (MdgMapPage *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "show-selected");
  MdgArea area = mdg_figure_model_get_scope (self->model)->area;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), mdg_area_is_prefecture (area));
}

static void
mdg_map_page_dispose (GObject *object)
{
  MdgMapPage *self = MDG_MAP_PAGE (object);

  if (self->ranked_list != NULL)
    mdg_ranked_list_set_filter (self->ranked_list, NULL, NULL);
  g_clear_pointer (&self->isolation, g_binding_unbind);
  g_clear_object (&self->comparison);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_MAP_PAGE);

  G_OBJECT_CLASS (mdg_map_page_parent_class)->dispose (object);
}

static void
mdg_map_page_class_init (MdgMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_map_page_dispose;

  g_type_ensure (MDG_TYPE_CLASS_BUTTON);
  g_type_ensure (MDG_TYPE_MAP_VIEW);
  g_type_ensure (MDG_TYPE_MONTH_SLIDER);
  g_type_ensure (MDG_TYPE_RANKED_LIST);
  g_type_ensure (MDG_TYPE_REGION_BUTTON);
  g_type_ensure (MDG_TYPE_SCOPE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, map_menu);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, layout_view);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, scope_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, month_slider);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, class_button);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, map_view);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, ranked_list);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, list_slot);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, second_scope_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, shown_group);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, first_column);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, second_column);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, first_caption);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, second_caption);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, second_view);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, same_scale_button);
  gtk_widget_class_bind_template_child (widget_class, MdgMapPage, comparison_label);
  gtk_widget_class_bind_template_callback (widget_class, area_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_columns);
  gtk_widget_class_bind_template_callback (widget_class, update_comparison);
  gtk_widget_class_bind_template_callback (widget_class, isolated_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "map-page.compare", NULL);
}

static void
mdg_map_page_init (MdgMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_popup_prepare_menu (self->menu_button, self->map_menu);

  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", self->map_view,
                          "high-contrast", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->map_view, "high-contrast", self->second_view, "high-contrast",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->map_view, "show-extremes", self->second_view, "show-extremes",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->map_view, "compact", self->second_view, "compact",
                          G_BINDING_SYNC_CREATE);
}

/**
 * mdg_map_page_new:
 * @model: what is looked at
 * @settings: how the map is shown
 *
 * Returns: (transfer floating): a new page
 */
MdgMapPage *
mdg_map_page_new (MdgFigureModel *model, GSettings *settings)
{
  static const char *const keys[] = { "mark-extremes", "map-palette", "compare" };
  static const GActionEntry entries[] = {
    { .name = "save-picture", .activate = save_picture_cb },
    { .name = "copy-picture", .activate = copy_picture_cb },
    { .name = "show-all", .activate = show_all_cb },
    { .name = "show-place", .activate = show_place_cb, .parameter_type = "s" },
    { .name = "show-selected", .activate = show_selected_cb },
  };
  MdgMapPage *self;

  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (model), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MDG_TYPE_MAP_PAGE, NULL);
  self->model = g_object_ref (model);
  self->settings = g_object_ref (settings);

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map-page", G_ACTION_GROUP (self->actions));

  g_settings_bind (settings, "mark-extremes", self->map_view, "show-extremes", G_SETTINGS_BIND_GET);
  mdg_class_button_set_settings (self->class_button, settings);
  g_signal_connect_object (settings, "changed::map-palette", G_CALLBACK (palette_changed_cb), self,
                           G_CONNECT_SWAPPED);
  palette_changed_cb (self);
  mdg_scope_bar_set_figure_model (self->scope_bar, model);
  mdg_month_slider_set_figure_model (self->month_slider, model);
  mdg_map_view_set_figure_model (self->map_view, model);
  mdg_ranked_list_set_figure_model (self->ranked_list, model);

  self->comparison = mdg_comparison_new (model, settings);
  mdg_scope_bar_set_figure_model (self->second_scope_bar,
                                  mdg_comparison_get_second (self->comparison));
  g_settings_bind (settings, "compare-same-scale", self->same_scale_button, "active",
                   G_SETTINGS_BIND_DEFAULT);
  mdg_class_settings_connect (settings, G_CALLBACK (classes_changed_cb), self);
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (comparison_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layout_view, "notify::layout-name", G_CALLBACK (update_columns),
                           self, G_CONNECT_SWAPPED);
  comparison_changed_cb (self);

  g_signal_connect_object (model, "notify::scope", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::scope", G_CALLBACK (update_comparison), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);

  return self;
}
