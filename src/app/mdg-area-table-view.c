/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-area-table-view.h"

#include <glib/gi18n.h>

#include "app/mdg-area-table-columns.h"
#include "app/mdg-area-table-menu.h"
#include "app/mdg-scope-bar.h"
#include "app/mdg-table-copy.h"
#include "app/mdg-table-save-dialog.h"
#include "core/mdg-format.h"
#include "export/mdg-export-area-table.h"
#include "model/mdg-area-table-row.h"

/* What the table is sorted by, if anything was chosen. */
typedef struct
{
  gboolean is_chosen;
  MdgAreaColumn column;
  gboolean descending;
} Order;

struct _MdgAreaTableView
{
  AdwBreakpointBin parent_instance;

  MdgFigureModel *model;
  GSettings *settings;
  MdgAreaTable *table; /* (nullable): until there are figures */
  MdgScope shown;      /* what it was made for */
  GListStore *rows;    /* (element-type MdgAreaTableRow): those that the search leaves */
  GtkMultiSelection *selection;
  Order order;
  /* Selected rows that the search does not find, a bit (1 << #MdgArea) for each. */
  guint64 hidden;
  gboolean is_stacked;
  /* While columns and rows are made anew, what they sort and select is nobody's choice. */
  gboolean updating;

  MdgScopeBar *scope_bar;
  GtkMenuButton *columns_button;
  GtkMenuButton *more_button;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkColumnView *column_view;
  GtkLabel *title_label;
  GtkLabel *sum_label;
  GtkLabel *marks_label;
};

G_DEFINE_FINAL_TYPE (MdgAreaTableView, mdg_area_table_view, ADW_TYPE_BREAKPOINT_BIN)

/* A screen reader says a row by its name; the cells follow. */
static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *item)
{
  MdgAreaTableRow *row = gtk_column_view_row_get_item (item);
  MdgAreaTable *table = mdg_area_table_row_get_table (row);
  g_autofree char *name = mdg_area_table_dup_row_name (table, mdg_area_table_row_get_index (row));

  gtk_column_view_row_set_accessible_label (item, name);
}

static guint64
get_selected_rows (MdgAreaTableView *self)
{
  guint64 set = 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
      {
        g_autoptr (MdgAreaTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
        MdgArea area = mdg_area_table_row_get_area (row);

        if (area != MDG_AREA_NONE)
          set |= G_GUINT64_CONSTANT (1) << area;
      }

  return set;
}

static gboolean
is_found (MdgAreaTableView *self, MdgArea area)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return *query == '\0' || (area != MDG_AREA_NONE && mdg_area_matches (area, query));
}

/* Rows that the search hides are selected again when it ends. */
static void
show_rows (MdgAreaTableView *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint64 selected = get_selected_rows (self) | self->hidden;

  for (guint i = 0; i < mdg_area_table_get_n_rows (self->table); i++)
    if (is_found (self, mdg_area_table_get_row (self->table, i).area))
      g_ptr_array_add (items, mdg_area_table_row_new (self->table, i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       items->pdata, items->len);

  for (guint i = 0; i < items->len; i++)
    {
      MdgArea area = mdg_area_table_row_get_area (items->pdata[i]);

      if (area != MDG_AREA_NONE && selected & (G_GUINT64_CONSTANT (1) << area))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
  self->hidden = selected & ~get_selected_rows (self);
}

static guint
list_selected_prefectures (MdgAreaTableView *self, MdgArea areas[MDG_N_PREFECTURES])
{
  guint64 selected = get_selected_rows (self);
  guint n = 0;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    if (selected & (G_GUINT64_CONSTANT (1) << area))
      areas[n++] = area;

  return n;
}

/* What the chosen prefectures have together, where the laws give it. */
static void
show_sum (MdgAreaTableView *self)
{
  MdgArea areas[MDG_N_PREFECTURES];
  guint n = list_selected_prefectures (self, areas);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; n > 1 && i < mdg_area_table_get_n_columns (self->table); i++)
    {
      MdgAreaColumn column = mdg_area_table_get_column (self->table, i);
      MdgAreaCell sum = mdg_area_table_sum (self->table, areas, n, i);
      g_autofree char *title = mdg_area_table_dup_column_title (self->table, i);
      g_autofree char *value = NULL;

      if (!sum.is_known)
        continue;
      value = mdg_area_table_format_cell (column, sum);
      /* Translators: a column of the table and what the chosen rows have together in it. */
      g_string_append_printf (text, C_ ("sum", "   %s %s"), title, value);
    }

  if (n > 1)
    {
      g_autofree char *chosen = g_strdup_printf (
        g_dngettext (NULL,
                     "%u prefecture chosen, together:", "%u prefectures chosen, together:", n),
        n);

      g_string_prepend (text, chosen);
    }
  gtk_label_set_label (self->sum_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->sum_label), text->len > 0);
}

static void
show_marks (MdgAreaTableView *self)
{
  MdgAreaTableMark marks = 0;
  g_autofree char *text = NULL;

  for (guint row = 0; row < mdg_area_table_get_n_rows (self->table); row++)
    for (guint i = 0; i < mdg_area_table_get_n_columns (self->table); i++)
      marks |= mdg_area_table_get_marks (mdg_area_table_get_cell (self->table, row, i));

  text = mdg_area_table_explain_marks (marks);
  gtk_label_set_label (self->marks_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->marks_label), marks != 0);
}

static void
show_stack (MdgAreaTableView *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const char *name = "table";

  if (mdg_area_table_get_n_known (self->table) == 0)
    name = "none";
  else if (n_rows == 0)
    name = "not-found";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_selection (MdgAreaTableView *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "areas.copy", !gtk_bitset_is_empty (selected));
  if (self->table != NULL)
    show_sum (self);
}

/* Who selects something else while searching does not want the former selection back. */
static void
selected_cb (MdgAreaTableView *self)
{
  if (self->updating)
    return;

  self->hidden = 0;
  show_selection (self);
}

/* Another facility type keeps the order: by its rank instead of by the other's. */
static void
set_order (MdgAreaTableView *self, MdgAreaTableOptions *options)
{
  if (!self->order.is_chosen)
    return;

  options->order = self->order.column;
  options->descending = self->order.descending;
  if (!(options->facility_types & (1u << options->order.facility_type)))
    options->order.facility_type = (MdgFacilityType) g_bit_nth_lsf (options->facility_types, -1);
}

static void
update (MdgAreaTableView *self)
{
  MdgFigures *figures = self->model != NULL ? mdg_figure_model_get_figures (self->model) : NULL;
  g_autoptr (GMenuModel) more = NULL;
  MdgAreaTableOptions options;
  g_autofree char *title = NULL;

  if (figures == NULL)
    return;

  mdg_area_table_menu_get_options (self->settings, mdg_figure_model_get_scope (self->model),
                                   &options);
  set_order (self, &options);
  g_clear_pointer (&self->table, mdg_area_table_unref);
  self->table = mdg_area_table_new (figures, &options);
  self->shown = *mdg_figure_model_get_scope (self->model);

  self->updating = TRUE;
  show_rows (self);
  if (self->is_stacked)
    mdg_area_table_columns_show_stacked (self->column_view);
  else
    mdg_area_table_columns_show (self->column_view, self->table);
  self->updating = FALSE;

  title = mdg_export_area_table_dup_title (self->table);
  gtk_label_set_label (self->title_label, title);
  more = mdg_area_table_menu_create_more (self->table);
  gtk_menu_button_set_menu_model (self->more_button, more);
  show_marks (self);
  show_stack (self);
  show_selection (self);
}

static void
sorter_changed_cb (MdgAreaTableView *self)
{
  if (self->updating)
    return;

  self->order.is_chosen = mdg_area_table_columns_read_order (self->column_view, &self->order.column,
                                                             &self->order.descending);
  update (self);
}

/* A column that may be as wide as it likes is not cut short, it scrolls. */
static void
set_stacked (MdgAreaTableView *self, gboolean is_stacked)
{
  GtkWidget *window = gtk_widget_get_parent (GTK_WIDGET (self->column_view));

  self->is_stacked = is_stacked;
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window),
                                  is_stacked ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), !is_stacked);
  update (self);
}

static void
narrow_cb (MdgAreaTableView *self)
{
  set_stacked (self, TRUE);
}

static void
wide_cb (MdgAreaTableView *self)
{
  set_stacked (self, FALSE);
}

/* Which prefecture or measure is looked at elsewhere changes nothing here. */
static void
scope_cb (MdgAreaTableView *self)
{
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);

  if (self->table == NULL || scope->month != self->shown.month ||
      scope->facility_type != self->shown.facility_type)
    update (self);
}

static void
settings_changed_cb (MdgAreaTableView *self, const char *key)
{
  if (g_str_has_prefix (key, "table-"))
    update (self);
}

static void
figures_cb (MdgAreaTableView *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);

  if (figures == NULL)
    return;

  gtk_menu_button_set_popover (self->columns_button,
                               mdg_area_table_menu_create (mdg_scope_list_measures (figures)));
  update (self);
}

static void
search_changed_cb (MdgAreaTableView *self)
{
  if (self->table == NULL)
    return;

  self->updating = TRUE;
  show_rows (self);
  self->updating = FALSE;
  show_stack (self);
  show_selection (self);
}

static void
stop_search_cb (MdgAreaTableView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static void
activate_cb (MdgAreaTableView *self, guint position)
{
  g_autoptr (MdgAreaTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  MdgArea area = row != NULL ? mdg_area_table_row_get_area (row) : MDG_AREA_NONE;

  if (mdg_area_is_prefecture (area))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-prefecture", "s",
                                mdg_area_get_code (area));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MDG_AREA_TABLE_VIEW (widget)->search_entry));
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stop_search_cb (MDG_AREA_TABLE_VIEW (widget));
}

/* The headings of a column view are not reached by Tab. Choosing the same column again turns the
 * order round. */
static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgAreaTableView *self = MDG_AREA_TABLE_VIEW (widget);
  guint column = g_variant_get_uint32 (parameter);
  const MdgAreaTableOptions *options;

  if (self->table == NULL || column >= mdg_area_table_get_n_columns (self->table))
    return;

  options = mdg_area_table_get_options (self->table);
  self->order.column = mdg_area_table_get_column (self->table, column);
  self->order.descending =
    mdg_area_column_equal (&self->order.column, &options->order) && !options->descending;
  self->order.is_chosen = TRUE;
  update (self);
}

static void
restore_cb (AdwToast *toast, MdgAreaTableView *self)
{
  self->order = *(const Order *) g_object_get_data (G_OBJECT (toast), "order");
  mdg_area_table_menu_restore (self->settings, g_object_get_data (G_OBJECT (toast), "before"));
  update (self);
}

static void
ministry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgAreaTableView *self = MDG_AREA_TABLE_VIEW (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (GVariant) before = mdg_area_table_menu_show_ministry (self->settings);
  Order order = self->order;
  AdwToast *toast;

  self->order.is_chosen = FALSE;
  update (self);
  if (overlay == NULL)
    return;

  toast = adw_toast_new (_ ("The table is as the ministry prints it"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "before", g_steal_pointer (&before),
                          (GDestroyNotify) g_variant_unref);
  g_object_set_data_full (G_OBJECT (toast), "order", g_memdup2 (&order, sizeof order), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore_cb), self,
                           G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* The rows that are shown, or of those the selected ones; %NULL if there are none. */
static MdgExportTable *
create_export (MdgAreaTableView *self, gboolean only_selected)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MdgAreaTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      guint index = mdg_area_table_row_get_index (row);

      if (!only_selected ||
          gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_array_append_val (indices, index);
    }
  if (indices->len == 0)
    return NULL;

  return mdg_export_area_table_new (self->table, (const guint *) indices->data, indices->len);
}

static void
copy_rows (MdgAreaTableView *self, gboolean only_selected)
{
  g_autoptr (MdgExportTable) table =
    self->table != NULL ? create_export (self, only_selected) : NULL;

  if (table != NULL)
    mdg_table_copy (GTK_WIDGET (self), table);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_rows (MDG_AREA_TABLE_VIEW (widget), TRUE);
}

static void
copy_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_rows (MDG_AREA_TABLE_VIEW (widget), FALSE);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgAreaTableView *self = MDG_AREA_TABLE_VIEW (widget);
  g_autoptr (MdgExportTable) all = self->table != NULL ? create_export (self, FALSE) : NULL;
  g_autoptr (MdgExportTable) selected = all != NULL ? create_export (self, TRUE) : NULL;

  if (all != NULL)
    mdg_table_save_dialog_present (widget, self->settings, mdg_export_table_get_title (all), all,
                                   selected);
}

static void
mdg_area_table_view_dispose (GObject *object)
{
  MdgAreaTableView *self = MDG_AREA_TABLE_VIEW (object);

  /* The view still sorts and selects while it is being taken down. */
  self->updating = TRUE;
  if (self->column_view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->column_view), self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_AREA_TABLE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->table, mdg_area_table_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mdg_area_table_view_parent_class)->dispose (object);
}

static void
mdg_area_table_view_class_init (MdgAreaTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_area_table_view_dispose;

  g_type_ensure (MDG_TYPE_SCOPE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-area-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, scope_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, more_button);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, column_view);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, sum_label);
  gtk_widget_class_bind_template_child (widget_class, MdgAreaTableView, marks_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_name_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "areas.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "areas.ministry", NULL, ministry_action);
  gtk_widget_class_install_action (widget_class, "areas.sort", "u", sort_action);
  gtk_widget_class_install_action (widget_class, "areas.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "areas.copy-all", NULL, copy_all_action);
  gtk_widget_class_install_action (widget_class, "areas.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "areas.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "areas.save",
                                       NULL);
}

static void
mdg_area_table_view_init (MdgAreaTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_list_store_new (MDG_TYPE_AREA_TABLE_ROW);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  show_selection (self);
}

/**
 * mdg_area_table_view_new:
 * @model: the owner of the figures and the scope
 * @settings: the settings, where the chosen columns are kept
 *
 * Returns: (transfer floating): the view
 */
MdgAreaTableView *
mdg_area_table_view_new (MdgFigureModel *model, GSettings *settings)
{
  MdgAreaTableView *self = g_object_new (MDG_TYPE_AREA_TABLE_VIEW, NULL);
  g_autoptr (GSimpleActionGroup) actions = mdg_area_table_menu_create_actions (settings);

  self->model = g_object_ref (model);
  self->settings = g_object_ref (settings);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (actions));
  mdg_scope_bar_set_figure_model (self->scope_bar, model);

  g_signal_connect_object (model, "notify::figures", G_CALLBACK (figures_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::scope", G_CALLBACK (scope_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  figures_cb (self);

  return self;
}
