/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/mdg-observation-view.h"

#include <glib/gi18n.h>

#include "app/mdg-column.h"
#include "app/mdg-table-save-dialog.h"
#include "core/mdg-csv.h"
#include "core/mdg-format.h"
#include "export/mdg-export-observations.h"
#include "model/mdg-observation-table.h"

struct _MdgObservationView
{
  AdwBreakpointBin parent_instance;

  MdgFigureModel *model;
  GSettings *settings;
  MdgObservationTable *table;
  GtkSingleSelection *selection;

  /* The selected figure, so that it can be found again when the rows have changed. */
  MdgObservation kept;
  char *kept_edition;

  gboolean clearing;

  GtkSearchEntry *search_entry;
  GtkDropDown *measure_dropdown;
  GtkDropDown *facility_type_dropdown;
  GtkDropDown *area_dropdown;
  GtkToggleButton *editions_button;
  GtkStack *stack;
  GtkColumnView *column_view;
  GtkLabel *count_label;
  GtkColumnViewColumn *summary_column;
  GtkColumnViewColumn *stacked_column;
  GtkColumnViewColumn *columns[MDG_N_OBSERVATION_COLUMNS];
};

G_DEFINE_FINAL_TYPE (MdgObservationView, mdg_observation_view, ADW_TYPE_BREAKPOINT_BIN)

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

static gboolean
is_number (MdgObservationColumn column)
{
  return column == MDG_OBSERVATION_COLUMN_VALUE || column == MDG_OBSERVATION_COLUMN_PAGE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  MdgObservationColumn column = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (column) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), column == MDG_OBSERVATION_COLUMN_EDITION
                                                ? PANGO_ELLIPSIZE_END
                                                : PANGO_ELLIPSIZE_NONE);
  if (is_number (column) || column == MDG_OBSERVATION_COLUMN_PERIOD)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  MdgObservationColumn column = GPOINTER_TO_UINT (data);
  MdgObservationRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = mdg_observation_row_dup_text (row, column);

  if (column == MDG_OBSERVATION_COLUMN_QUALITY)
    {
      const MdgObservation *observation = mdg_observation_row_get_observation (row);
      g_autofree char *tooltip = mdg_observation_row_describe (row);

      if (observation->doubt != MDG_DOUBT_NONE)
        {
          g_autofree char *marked = g_strconcat (text, " (!)", NULL);

          gtk_label_set_label (GTK_LABEL (label), marked);
        }
      else
        gtk_label_set_label (GTK_LABEL (label), text);
      gtk_widget_set_tooltip_text (label, tooltip);
      return;
    }

  gtk_label_set_label (GTK_LABEL (label), text);
  if (column == MDG_OBSERVATION_COLUMN_EDITION)
    gtk_widget_set_tooltip_text (label, text);
  if (mdg_observation_row_is_shown (row))
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
setup_summary_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

/* Where there is room for two columns only, one says what the other's value is of; where there is
 * room for one, it holds the value too. */
static void
bind_summary_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gboolean with_value = GPOINTER_TO_INT (data);
  MdgObservationRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *area = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_AREA);
  g_autofree char *type = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_FACILITY_TYPE);
  g_autofree char *measure = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_MEASURE);
  g_autofree char *value = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_VALUE);
  g_autofree char *period = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_PERIOD);
  g_autofree char *quality = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_QUALITY);
  g_autofree char *tooltip = mdg_observation_row_describe (row);
  gboolean doubtful = mdg_observation_row_get_observation (row)->doubt != MDG_DOUBT_NONE;
  g_autofree char *markup = g_markup_printf_escaped (
    "%s · %s\n%s\n<b>%s</b>%s<small>%s · %s%s</small>", area, type, measure,
    with_value ? value : "", with_value ? "\n" : "", period, quality, doubtful ? " (!)" : "");

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_tooltip_text (label, tooltip);
}

static void
set_summary (GtkColumnViewColumn *column, gboolean with_value)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_summary_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_summary_cb), GINT_TO_POINTER (with_value));
  gtk_column_view_column_set_factory (column, factory);
}

static void
fill_columns (MdgObservationView *self)
{
  set_summary (self->summary_column, FALSE);
  set_summary (self->stacked_column, TRUE);

  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      /* The model sorts; an empty sorter only makes the heading a button. */
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_factory (self->columns[i], factory);
      gtk_column_view_column_set_title (self->columns[i], mdg_observation_column_get_label (i));
      gtk_column_view_column_set_sorter (self->columns[i], sorter);
      if (is_number (i))
        mdg_column_align_title (self->column_view, self->columns[i]);
      g_object_unref (factory);
    }
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
  g_autofree char *shown = mdg_format_count (n);
  g_autofree char *total = mdg_format_count (n_total);
  g_autofree char *text = NULL;

  if (mdg_observation_table_is_busy (self->table))
    return;
  text = g_strdup_printf (
    /* Translators: how many figures the table shows, of how many there are. */
    g_dngettext (NULL, "%s of %s figure", "%s of %s figures", n_total), shown, total);
  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "empty");
}

static void
restore_selection (MdgObservationView *self)
{
  guint position;

  if (self->kept_edition == NULL)
    return;
  position = mdg_observation_table_find (self->table, &self->kept, self->kept_edition);
  if (position == G_MAXUINT)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
busy_cb (MdgObservationView *self)
{
  if (mdg_observation_table_is_busy (self->table))
    return;
  update_count (self);
  restore_selection (self);
}

static void
selected_cb (MdgObservationView *self)
{
  MdgObservationRow *row = gtk_single_selection_get_selected_item (self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", row != NULL);
  if (row == NULL)
    return;
  self->kept = *mdg_observation_row_get_observation (row);
  g_set_str (&self->kept_edition, mdg_observation_row_get_edition (row)->id);
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

static void
add_toast (MdgObservationView *self, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

static void
append_line (GString *text, MdgObservationRow *row)
{
  for (guint i = 0; i < MDG_N_OBSERVATION_COLUMNS; i++)
    {
      g_autofree char *cell = row != NULL ? mdg_observation_row_dup_text (row, i)
                                          : g_strdup (mdg_observation_column_get_label (i));

      if (i > 0)
        g_string_append_c (text, '\t');
      mdg_csv_append_cell (text, cell);
    }
  g_string_append_c (text, '\n');
}

static void
copy_rows (MdgObservationView *self, guint first, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count = mdg_format_count (n);
  g_autofree char *message = NULL;

  append_line (text, NULL);
  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (MdgObservationRow) row = g_list_model_get_item (G_LIST_MODEL (self->table), i);

      append_line (text, row);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  message = g_strdup_printf (g_dngettext (NULL, "%s row copied", "%s rows copied", n), count);
  add_toast (self, message);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    copy_rows (self, position, 1);
}

static void
copy_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);

  copy_rows (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->table)));
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

static MdgExportTable *
create_tidy_table (MdgObservationView *self)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->table));

  for (guint i = 0; i < n; i++)
    {
      guint index = mdg_observation_table_get_index (self->table, i);

      g_array_append_val (indices, index);
    }

  return mdg_export_observations_new (mdg_observation_table_get_figures (self->table), indices);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MdgObservationView *self = MDG_OBSERVATION_VIEW (widget);
  g_autoptr (MdgExportTable) all = create_tidy_table (self);

  mdg_table_save_dialog_present (widget, self->settings, _ ("Figures"), all, NULL);
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
  g_clear_pointer (&self->kept_edition, g_free);

  G_OBJECT_CLASS (mdg_observation_view_parent_class)->dispose (object);
}

static void
mdg_observation_view_class_init (MdgObservationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_observation_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-observation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, measure_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, facility_type_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, area_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, editions_button);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, column_view);
  gtk_widget_class_bind_template_child (widget_class, MdgObservationView, count_label);
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

  self->table = mdg_observation_table_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->table)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  fill_columns (self);
  fill_dropdowns (self);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", FALSE);
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
  g_signal_connect_object (model, "notify::figures", G_CALLBACK (figures_cb), self,
                           G_CONNECT_SWAPPED);
  figures_cb (self);
  return self;
}
