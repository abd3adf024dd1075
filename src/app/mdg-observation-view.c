/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/mdg-observation-view.h"

#include <glib/gi18n.h>

#include "app/mdg-column-chooser.h"
#include "app/mdg-column.h"
#include "app/mdg-observation-cell.h"
#include "app/mdg-observation-copy.h"
#include "app/mdg-observation-selection.h"
#include "app/mdg-table-copy.h"
#include "app/mdg-table-save-dialog.h"
#include "core/mdg-format.h"
#include "export/mdg-export-observations.h"
#include "model/mdg-observation-table.h"
#include "widget/mdg-popup.h"

/* How many columns there is room for. */
typedef enum
{
  ROOM_FOR_ALL,
  ROOM_FOR_FIGURES, /* not for where they are from */
  ROOM_FOR_TWO,     /* a summary, and the value */
  ROOM_FOR_ONE,     /* a summary with the value */
} Room;

struct _MdgObservationView
{
  AdwBreakpointBin parent_instance;

  MdgFigureModel *model;
  GSettings *settings;
  MdgObservationTable *table;
  MdgObservationSelection *selection;
  Room room;
  gboolean clearing;

  GtkSearchEntry *search_entry;
  GtkDropDown *measure_dropdown;
  GtkDropDown *facility_type_dropdown;
  GtkDropDown *area_dropdown;
  GtkToggleButton *editions_button;
  MdgColumnChooser *column_chooser;
  GtkStack *stack;
  GtkColumnView *column_view;
  GtkLabel *count_label;
  GtkColumnViewColumn *summary_column;
  GtkColumnViewColumn *stacked_column;
  GtkColumnViewColumn *columns[MDG_N_OBSERVATION_COLUMNS];
  GtkMenuButton *menu_button;
  GMenuModel *table_menu;
};

G_DEFINE_FINAL_TYPE (MdgObservationView, mdg_observation_view, ADW_TYPE_BREAKPOINT_BIN)

enum
{
  PROP_0,
  PROP_ROOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const column_names[MDG_N_OBSERVATION_COLUMNS] = {
  [MDG_OBSERVATION_COLUMN_PERIOD] = "period_column",
  [MDG_OBSERVATION_COLUMN_AREA] = "area_column",
  [MDG_OBSERVATION_COLUMN_FACILITY_TYPE] = "facility_type_column",
  [MDG_OBSERVATION_COLUMN_MEASURE] = "measure_column",
  [MDG_OBSERVATION_COLUMN_VALUE] = "value_column",
  [MDG_OBSERVATION_COLUMN_BASIS] = "basis_column",
  [MDG_OBSERVATION_COLUMN_QUALITY] = "quality_column",
  [MDG_OBSERVATION_COLUMN_EDITION] = "edition_column",
  [MDG_OBSERVATION_COLUMN_PAGE] = "page_column",
};

/* How the settings call them. */
static const char *const column_ids[MDG_N_OBSERVATION_COLUMNS] = {
  [MDG_OBSERVATION_COLUMN_PERIOD] = "month",
  [MDG_OBSERVATION_COLUMN_AREA] = "area",
  [MDG_OBSERVATION_COLUMN_FACILITY_TYPE] = "facility-type",
  [MDG_OBSERVATION_COLUMN_MEASURE] = "measure",
  [MDG_OBSERVATION_COLUMN_VALUE] = "value",
  [MDG_OBSERVATION_COLUMN_BASIS] = "basis",
  [MDG_OBSERVATION_COLUMN_QUALITY] = "quality",
  [MDG_OBSERVATION_COLUMN_EDITION] = "edition",
  [MDG_OBSERVATION_COLUMN_PAGE] = "page",
};

static void
fill_columns (MdgObservationView *self)
{
  g_autoptr (GtkListItemFactory) summary = mdg_observation_cell_factory_new_summary (FALSE);
  g_autoptr (GtkListItemFactory) stacked = mdg_observation_cell_factory_new_summary (TRUE);

  gtk_column_view_column_set_factory (self->summary_column, summary);
  gtk_column_view_column_set_factory (self->stacked_column, stacked);

  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    {
      g_autoptr (GtkListItemFactory) factory = mdg_observation_cell_factory_new (i);
      /* The model sorts; an empty sorter only makes the heading a button. */
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      gtk_column_view_column_set_factory (self->columns[i], factory);
      gtk_column_view_column_set_title (self->columns[i], mdg_observation_column_get_label (i));
      gtk_column_view_column_set_sorter (self->columns[i], sorter);
      if (mdg_observation_cell_is_number (i))
        mdg_column_align_title (self->column_view, self->columns[i]);
      mdg_column_chooser_add (self->column_chooser, column_ids[i],
                              mdg_observation_column_get_label (i));
    }
}

static gboolean
has_room (MdgObservationView *self, MdgObservationColumn column)
{
  switch (self->room)
    {
    case ROOM_FOR_FIGURES:
      return column != MDG_OBSERVATION_COLUMN_EDITION && column != MDG_OBSERVATION_COLUMN_PAGE;
    case ROOM_FOR_TWO:
      return column == MDG_OBSERVATION_COLUMN_VALUE;
    case ROOM_FOR_ONE:
      return FALSE;
    case ROOM_FOR_ALL:
    default:
      return TRUE;
    }
}

static void
hide_columns (MdgObservationView *self)
{
  gtk_column_view_column_set_visible (self->summary_column, FALSE);
  gtk_column_view_column_set_visible (self->stacked_column, FALSE);
  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->columns[i], FALSE);
}

/* What is chosen is shown where there is room for it. If that is nothing, the summary is. A column
 * that comes in gives rows their last cell, wherever it stands: so all come in, in their order. */
static void
update_columns (MdgObservationView *self)
{
  gboolean is_shown[MDG_N_OBSERVATION_COLUMNS];
  guint n_shown = 0;

  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    {
      is_shown[i] = mdg_column_chooser_is_chosen (self->column_chooser, i) && has_room (self, i);
      n_shown += is_shown[i] ? 1 : 0;
    }

  hide_columns (self);
  gtk_column_view_column_set_visible (self->summary_column,
                                      self->room == ROOM_FOR_TWO ||
                                        (n_shown == 0 && self->room != ROOM_FOR_ONE));
  gtk_column_view_column_set_visible (self->stacked_column, self->room == ROOM_FOR_ONE);
  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->columns[i], is_shown[i]);
  /* Where there is a summary, there is nothing to choose. */
  gtk_widget_set_visible (GTK_WIDGET (self->column_chooser), self->room < ROOM_FOR_TWO);
}

static void
fill_dropdowns (MdgObservationView *self)
{
  g_autoptr (GtkStringList) measures = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) areas = gtk_string_list_new (NULL);

  gtk_string_list_append (measures, _ ("All Measures"));
  for (guint i = 0; i < MDG_N_MEASURES; i++)
    gtk_string_list_append (measures, mdg_measure_get_label (i));
  gtk_string_list_append (types, _ ("Every Facility Type"));
  for (guint i = 0; i < MDG_N_FACILITY_TYPES; i++)
    gtk_string_list_append (types, mdg_facility_type_get_label (i));
  gtk_string_list_append (areas, _ ("Every Area"));
  for (guint i = 0; i < MDG_N_AREAS; i++)
    gtk_string_list_append (areas, mdg_area_get_label (i, mdg_language_get ()));

  gtk_drop_down_set_model (self->measure_dropdown, G_LIST_MODEL (measures));
  gtk_drop_down_set_model (self->facility_type_dropdown, G_LIST_MODEL (types));
  gtk_drop_down_set_model (self->area_dropdown, G_LIST_MODEL (areas));
}

static void
update_count (MdgObservationView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->table));
  guint n_total = mdg_observation_table_get_n_total (self->table);
  guint n_selected = mdg_observation_selection_get_n (self->selection);
  g_autofree char *shown = mdg_format_count (n);
  g_autofree char *total = mdg_format_count (n_total);
  g_autofree char *text = NULL;

  if (mdg_observation_table_is_busy (self->table))
    return;
  text = g_strdup_printf (
    /* Translators: how many figures the table shows, of how many there are. */
    g_dngettext (NULL, "%s of %s figure", "%s of %s figures", n_total), shown, total);
  if (n_selected > 0)
    {
      g_autofree char *selected = mdg_format_count (n_selected);
      /* Translators: how many rows are selected; stands after how many there are. */
      g_autofree char *more = g_strdup_printf (_ ("%s selected"), selected);
      g_autofree char *both = g_strconcat (text, " · ", more, NULL);

      g_set_str (&text, both);
    }
  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "empty");
}

static void
busy_cb (MdgObservationView *self)
{
  guint first = mdg_observation_selection_get_first (self->selection);

  if (mdg_observation_table_is_busy (self->table))
    return;
  update_count (self);
  if (first != G_MAXUINT)
    gtk_column_view_scroll_to (self->column_view, first, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/* Before there are figures there is nothing to copy and to save. */
static void
update_actions (MdgObservationView *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->table)) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy",
                                 mdg_observation_selection_get_n (self->selection) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy-all", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.save", has_rows);
}

static void
selected_cb (MdgObservationView *self)
{
  update_actions (self);
  update_count (self);
}

static void
filter_changed_cb (MdgObservationView *self)
{
  guint measure = gtk_drop_down_get_selected (self->measure_dropdown);
  guint facility_type = gtk_drop_down_get_selected (self->facility_type_dropdown);
  guint area = gtk_drop_down_get_selected (self->area_dropdown);
  const MdgObservationFilter filter = {
    .query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
    .measure = measure == GTK_INVALID_LIST_POSITION ? -1 : (int) measure - 1,
    .facility_type = facility_type == GTK_INVALID_LIST_POSITION ? -1 : (int) facility_type - 1,
    .area = area == GTK_INVALID_LIST_POSITION || area == 0 ? MDG_AREA_NONE : (MdgArea) (area - 1),
    .all_editions = gtk_toggle_button_get_active (self->editions_button),
  };

  if (self->table != NULL && !self->clearing)
    mdg_observation_table_set_filter (self->table, &filter);
}

static void
stop_search_cb (MdgObservationView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static void
sorter_changed_cb (MdgObservationView *self)
{
  GtkColumnViewSorter *sorter =
    GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->column_view));
  GtkColumnViewColumn *primary = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending =
    gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  int column = -1;

  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    {
      if (self->columns[i] == primary)
        column = (int) i;
    }
  mdg_observation_table_set_order (self->table, column, column >= 0 && descending);
}

static void
figures_cb (MdgObservationView *self)
{
  mdg_observation_table_set_figures (self->table, mdg_figure_model_get_figures (self->model));
}

static void
activate_cb (MdgObservationView *self, guint position)
{
  g_autoptr (MdgObservationRow) row = g_list_model_get_item (G_LIST_MODEL (self->table), position);
  MdgArea area = row != NULL ? mdg_observation_row_get_observation (row)->area : MDG_AREA_NONE;

  if (mdg_area_is_prefecture (area))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-prefecture", "s",
                                mdg_area_get_code (area));
}

static GArray *
list_all (MdgObservationView *self)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->table));

  for (guint i = 0; i < n; i++)
    {
      guint index = mdg_observation_table_get_index (self->table, i);

      g_array_append_val (indices, index);
    }

  return indices;
}

static void
copy (MdgObservationView *self, GArray *indices)
{
  MdgFigures *figures = mdg_observation_table_get_figures (self->table);
  gboolean is_chosen[MDG_N_OBSERVATION_COLUMNS];
  g_autoptr (MdgExportTable) table = NULL;

  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    is_chosen[i] = mdg_column_chooser_is_chosen (self->column_chooser, i);
  table = mdg_observation_copy_new (figures, indices, is_chosen);
  mdg_table_copy (GTK_WIDGET (self), table);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);

  copy (self, mdg_observation_selection_list (self->selection));
}

static void
copy_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);

  copy (self, list_all (self));
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);

  /* The controls change one after the other; the filter is set once, at the end. */
  self->clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->measure_dropdown, 0);
  gtk_drop_down_set_selected (self->facility_type_dropdown, 0);
  gtk_drop_down_set_selected (self->area_dropdown, 0);
  self->clearing = FALSE;
  filter_changed_cb (self);
}

/* The headings of a column view are not reached by Tab. Choosing the same column again turns the
 * order round. */
static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);
  GtkColumnViewSorter *sorter =
    GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->column_view));
  gint32 column = g_variant_get_int32 (parameter);
  gboolean again;

  if (column < 0 || column >= MDG_N_OBSERVATION_COLUMNS)
    return;
  again = gtk_column_view_sorter_get_primary_sort_column (sorter) == self->columns[column] &&
          gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  gtk_column_view_sort_by_column (self->column_view, self->columns[column],
                                  again ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MDG_OBSERVATION_VIEW (widget)->search_entry));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);
  MdgFigures *figures = mdg_observation_table_get_figures (self->table);
  g_autoptr (MdgExportTable) all = mdg_export_observations_new (figures, list_all (self));
  g_autoptr (MdgExportTable) selected = NULL;

  if (mdg_observation_selection_get_n (self->selection) > 0)
    selected =
      mdg_export_observations_new (figures, mdg_observation_selection_list (self->selection));
  mdg_table_save_dialog_present (widget, self->settings, _ ("Figures"), all, selected);
}

static void
mdg_observation_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ROOM)
    g_value_set_uint (value, MDG_OBSERVATION_VIEW (object)->room);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mdg_observation_view_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (object);

  if (id != PROP_ROOM)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->room = g_value_get_uint (value);
  update_columns (self);
}

static void
mdg_observation_view_dispose (GObject *object)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (object);

  /* The view still sorts while it is being taken down. */
  if (self->column_view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->column_view), self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_OBSERVATION_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->table);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mdg_observation_view_parent_class)->dispose (object);
}

static void
mdg_observation_view_class_init (MdgObservationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_observation_view_dispose;
  object_class->get_property = mdg_observation_view_get_property;
  object_class->set_property = mdg_observation_view_set_property;
  /* How much room there is, which the breakpoints say. */
  properties[PROP_ROOM] =
    g_param_spec_uint ("room", NULL, NULL, ROOM_FOR_ALL, ROOM_FOR_ONE, ROOM_FOR_ALL,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MDG_TYPE_COLUMN_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-observation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, table_menu);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, measure_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, facility_type_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, area_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, editions_button);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, column_view);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, count_label);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, column_chooser);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, summary_column);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, stacked_column);
  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    gtk_widget_class_bind_template_child_full (
      widget_class, column_names[i], FALSE,
      (gssize) (G_STRUCT_OFFSET (MdgObservationView, columns) +
                i * sizeof (GtkColumnViewColumn *)));
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.copy-all", NULL, copy_all_action);
  gtk_widget_class_install_action (widget_class, "table.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "table.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "table.sort", "i", sort_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "table.save",
                                       NULL);
}

static void
mdg_observation_view_init (MdgObservationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_popup_prepare_menu (self->menu_button, self->table_menu);

  self->table = mdg_observation_table_new ();
  self->selection = mdg_observation_selection_new (self->table);

  fill_columns (self);
  fill_dropdowns (self);
  gtk_column_view_set_model (self->column_view,
                             mdg_observation_selection_get_model (self->selection));

  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  /* What is newest is what most people look for. */
  gtk_column_view_sort_by_column (self->column_view, self->columns[MDG_OBSERVATION_COLUMN_PERIOD],
                                  GTK_SORT_DESCENDING);
}

/**
 * mdg_observation_view_new:
 * @model: the owner of the figures
 * @settings: the settings of the program
 *
 * Returns: (transfer floating): a table of all figures
 */
MdgObservationView *
mdg_observation_view_new (MdgFigureModel *model, GSettings *settings)
{
  MdgObservationView *self = g_object_new (MDG_TYPE_OBSERVATION_VIEW, NULL);

  self->model = g_object_ref (model);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (self->column_chooser, "changed", G_CALLBACK (update_columns), self,
                           G_CONNECT_SWAPPED);
  mdg_column_chooser_bind (self->column_chooser, settings, "table-hidden-columns");
  g_signal_connect_object (model, "notify::figures", G_CALLBACK (figures_cb), self,
                           G_CONNECT_SWAPPED);
  figures_cb (self);
  return self;
}
