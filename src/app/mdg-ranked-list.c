/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-ranked-list.h"

#include <glib/gi18n.h>

#include "app/mdg-column.h"
#include "core/mdg-format.h"
#include "model/mdg-figure-list.h"
#include "widget/mdg-popup.h"

struct _MdgRankedList
{
  AdwBreakpointBin parent_instance;

  MdgFigureModel *model;
  MdgFigureList *rows;
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSingleSelection *selection;
  MdgAreaFilterFunc filter_func;
  gpointer filter_data;
  /* While the selection follows the scope, it is nobody's choice. */
  gboolean following;
  gboolean is_wide;

  GtkSearchEntry *search_entry;
  GtkLabel *caption_label;
  GtkStack *stack;
  GtkColumnView *column_view;
  GtkColumnViewColumn *rank_column;
  GtkColumnViewColumn *area_column;
  GtkColumnViewColumn *value_column;
  GtkColumnViewColumn *change_column;
  GtkColumnViewColumn *before_column;
  GtkColumnViewColumn *mnc_column;
  GtkColumnViewColumn *verification_column;
  GtkMenuButton *menu_button;
  GMenuModel *sort_menu;
};

enum
{
  PROP_0,
  PROP_FIGURE_MODEL,
  N_PROPS,
};

enum
{
  SIGNAL_AREA_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRankedList, mdg_ranked_list, ADW_TYPE_BREAKPOINT_BIN)

static gboolean
matches_cb (gpointer item, gpointer data)
{
  MdgRankedList *self = data;
  MdgFigureRow *row = item;

  if (self->filter_func != NULL &&
      !self->filter_func (mdg_figure_row_get_area (row), self->filter_data))
    return FALSE;

  return mdg_figure_row_matches (row, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static int
compare_known_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return gtk_ordering_from_cmpfunc (
    mdg_figure_row_compare ((MdgFigureRow *) a, (MdgFigureRow *) b, MDG_FIGURE_ROW_KEY_KNOWN));
}

/* Selects what the scope has selected, if it is in the list at all. */
static void
follow_area (MdgRankedList *self)
{
  MdgArea area = mdg_figure_model_get_scope (self->model)->area;
  guint position = GTK_INVALID_LIST_POSITION;
  guint before = gtk_single_selection_get_selected (self->selection);

  mdg_figure_list_find_area (G_LIST_MODEL (self->selection), area, &position);

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;

  if (position != before && position != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
selected_cb (MdgRankedList *self)
{
  MdgFigureRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* A row that a search hides is still selected on the map. */
  if (self->following || self->model == NULL || row == NULL)
    return;

  mdg_figure_model_set_area (self->model, mdg_figure_row_get_area (row));
}

static void
items_changed_cb (MdgRankedList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  if (self->model != NULL)
    follow_area (self);
}

static void
activate_cb (MdgRankedList *self, guint position)
{
  g_autoptr (MdgFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_AREA_ACTIVATED], 0, (guint) mdg_figure_row_get_area (row));
}

static void
search_changed_cb (MdgRankedList *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Enter takes what was found first. */
static void
search_activate_cb (MdgRankedList *self)
{
  g_autoptr (MdgFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);

  if (row == NULL || self->model == NULL)
    return;

  mdg_figure_model_set_area (self->model, mdg_figure_row_get_area (row));
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static void
stop_search_cb (MdgRankedList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

/* The caption says which measure it is; the heading has room for its unit only. */
static const char *
get_value_title (MdgMeasure measure)
{
  switch (mdg_measure_get_unit (measure))
    {
    case MDG_UNIT_PERCENT:
      return C_ ("column", "Rate (%)");
    case MDG_UNIT_POINTS:
      return measure == MDG_MEASURE_DIFFERENCE_POINTS ? C_ ("column", "Difference")
                                                      : C_ ("column", "Change");
    case MDG_UNIT_RANK:
      return C_ ("column", "Rank");
    case MDG_UNIT_COUNT:
    case MDG_UNIT_PERSONS:
    case MDG_UNIT_FACILITIES:
    case MDG_N_UNITS:
    default:
      return C_ ("column", "Number");
    }
}

/* What the numbers below are: measure, basis, month; and the nation's, which has no row. */
static void
show_caption (MdgRankedList *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);
  const MdgObservation *nation;
  g_autofree char *month = NULL;
  g_autoptr (GString) text = NULL;
  guint n_known;

  if (figures == NULL)
    return;

  month = mdg_format_month (scope->month);
  text = g_string_new (mdg_measure_get_label (scope->measure));
  g_string_append_printf (text, " · %s · %s", month,
                          mdg_facility_type_get_label (scope->facility_type));

  nation = mdg_figures_lookup (figures, scope->month, MDG_DAY_NONE, MDG_AREA_NATIONAL,
                               scope->facility_type, scope->measure);
  if (nation != NULL)
    {
      g_autofree char *value = mdg_format_value_full (nation);

      /* Translators: the nation's figure, and its quality. */
      g_string_append_printf (text, _ ("\nThe nation: %s (%s)"), value,
                              mdg_quality_get_label (nation->quality));
    }

  n_known = mdg_figure_list_get_n_known (self->rows);
  if (n_known < MDG_N_PREFECTURES)
    g_string_append_printf (text, _ ("\n%u of %d prefectures known, so there are no ranks"),
                            n_known, MDG_N_PREFECTURES);

  gtk_label_set_label (self->caption_label, text->str);
}

static gboolean
has_figure (MdgRankedList *self, MdgMeasure measure)
{
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      g_autoptr (MdgFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (mdg_figure_row_get_observation (row, measure) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A column without a single figure would only take room from the others. What has no room is left out,
 * not cut in half: the numbers behind the rates, and of change and rank before the latter. */
static void
show_columns (MdgRankedList *self)
{
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);
  gboolean has_change =
    scope->measure == MDG_MEASURE_USAGE_RATE_ONLINE && has_figure (self, MDG_MEASURE_CHANGE_POINTS);
  gboolean has_before = has_figure (self, MDG_MEASURE_RANK_PREVIOUS);

  gtk_column_view_column_set_title (self->value_column, get_value_title (scope->measure));
  gtk_column_view_column_set_visible (self->change_column, has_change);
  gtk_column_view_column_set_visible (self->before_column,
                                      has_before && (self->is_wide || !has_change));
  gtk_column_view_column_set_visible (self->mnc_column, self->is_wide);
  gtk_column_view_column_set_visible (self->verification_column, self->is_wide);
}

static void
rows_updated_cb (MdgRankedList *self)
{
  self->following = TRUE;
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;

  show_caption (self);
  show_columns (self);
  follow_area (self);
}

static void
set_is_wide (MdgRankedList *self, gboolean is_wide)
{
  self->is_wide = is_wide;
  if (self->model != NULL)
    show_columns (self);
}

static void
narrow_cb (MdgRankedList *self)
{
  set_is_wide (self, FALSE);
}

static void
wide_cb (MdgRankedList *self)
{
  set_is_wide (self, TRUE);
}

/* The headings cannot be reached by keyboard, so a menu does what they do. */
static void
sort_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgRankedList *self = MDG_RANKED_LIST (widget);
  const char *key = g_variant_get_string (parameter, NULL);

  if (g_str_equal (key, "rank"))
    gtk_column_view_sort_by_column (self->column_view, self->rank_column, GTK_SORT_ASCENDING);
  else if (g_str_equal (key, "area"))
    gtk_column_view_sort_by_column (self->column_view, self->area_column, GTK_SORT_ASCENDING);
  else if (g_str_equal (key, "value"))
    gtk_column_view_sort_by_column (self->column_view, self->value_column, GTK_SORT_DESCENDING);
  else if (g_str_equal (key, "change"))
    gtk_column_view_sort_by_column (self->column_view, self->change_column, GTK_SORT_DESCENDING);
}

static void
reverse_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgRankedList *self = MDG_RANKED_LIST (widget);
  GtkColumnViewSorter *sorter =
    GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->column_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  GtkSortType order = gtk_column_view_sorter_get_primary_sort_order (sorter);

  if (column != NULL)
    gtk_column_view_sort_by_column (self->column_view, column,
                                    order == GTK_SORT_ASCENDING ? GTK_SORT_DESCENDING
                                                                : GTK_SORT_ASCENDING);
}

static void
mdg_ranked_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgRankedList *self = MDG_RANKED_LIST (object);

  switch (property_id)
    {
    case PROP_FIGURE_MODEL:
      g_value_set_object (value, self->model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_ranked_list_set_property (GObject *object,
                              guint property_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  MdgRankedList *self = MDG_RANKED_LIST (object);

  switch (property_id)
    {
    case PROP_FIGURE_MODEL:
      mdg_ranked_list_set_figure_model (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_ranked_list_dispose (GObject *object)
{
  MdgRankedList *self = MDG_RANKED_LIST (object);

  mdg_ranked_list_set_figure_model (self, NULL);
  self->following = TRUE;
  self->filter_func = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_RANKED_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (mdg_ranked_list_parent_class)->dispose (object);
}

static void
mdg_ranked_list_class_init (MdgRankedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_ranked_list_get_property;
  object_class->set_property = mdg_ranked_list_set_property;
  object_class->dispose = mdg_ranked_list_dispose;

  properties[PROP_FIGURE_MODEL] =
    g_param_spec_object ("figure-model", NULL, NULL, MDG_TYPE_FIGURE_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MdgRankedList::area-activated:
   * @area: a #MdgArea
   *
   * The user wants to know more of @area.
   */
  signals[SIGNAL_AREA_ACTIVATED] =
    g_signal_new ("area-activated", MDG_TYPE_RANKED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-ranked-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRankedList, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MdgRankedList, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, MdgRankedList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MdgRankedList, caption_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRankedList, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgRankedList, column_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);

  gtk_widget_class_install_action (widget_class, "ranked-list.sort", "s", sort_cb);
  gtk_widget_class_install_action (widget_class, "ranked-list.reverse", NULL, reverse_cb);
}

static void
add_columns (MdgRankedList *self)
{
  self->rank_column = mdg_column_add (self->column_view, C_ ("column", "Rank"), "rank-text",
                                      MDG_COLUMN_NUMBER, MDG_FIGURE_ROW_KEY_RANK);
  self->area_column = mdg_column_add (self->column_view, C_ ("column", "Prefecture"), "area-label",
                                      MDG_COLUMN_EXPAND, MDG_FIGURE_ROW_KEY_AREA);
  self->value_column =
    mdg_column_add (self->column_view, C_ ("column", "Value"), "value-text",
                    MDG_COLUMN_NUMBER | MDG_COLUMN_STRONG, MDG_FIGURE_ROW_KEY_VALUE);
  self->change_column = mdg_column_add (self->column_view, C_ ("column", "Change"), "change-text",
                                        MDG_COLUMN_NUMBER, MDG_FIGURE_ROW_KEY_CHANGE);
  self->before_column =
    mdg_column_add (self->column_view, C_ ("column", "Before"), "rank-previous-text",
                    MDG_COLUMN_NUMBER, MDG_FIGURE_ROW_KEY_RANK_PREVIOUS);
  mdg_column_add_quality (self->column_view);
  self->mnc_column =
    mdg_column_add (self->column_view, C_ ("column", "With Card"), "mnc-count-text",
                    MDG_COLUMN_NUMBER, MDG_FIGURE_ROW_KEY_MNC_COUNT);
  self->verification_column =
    mdg_column_add (self->column_view, C_ ("column", "Verifications"), "verification-count-text",
                    MDG_COLUMN_NUMBER, MDG_FIGURE_ROW_KEY_VERIFICATION_COUNT);

  gtk_column_view_sort_by_column (self->column_view, self->rank_column, GTK_SORT_ASCENDING);
}

static void
mdg_ranked_list_init (MdgRankedList *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();
  GtkSorter *known;
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_popup_prepare_menu (self->menu_button, self->sort_menu);
  self->is_wide = TRUE;
  add_columns (self);

  /* What is not known stands last, in whichever direction the rest is sorted. */
  known = GTK_SORTER (gtk_custom_sorter_new (compare_known_cb, NULL, NULL));
  gtk_multi_sorter_append (sorter, known);
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->column_view)));
  self->sorter = g_object_ref (known);

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (sorter));

  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->column_view));
}

/**
 * mdg_ranked_list_new:
 *
 * Returns: (transfer floating): a new list that shows nothing yet
 */
GtkWidget *
mdg_ranked_list_new (void)
{
  return g_object_new (MDG_TYPE_RANKED_LIST, NULL);
}

/**
 * mdg_ranked_list_set_figure_model:
 * @self: a #MdgRankedList
 * @model: (nullable): what is looked at
 */
void
mdg_ranked_list_set_figure_model (MdgRankedList *self, MdgFigureModel *model)
{
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;

  g_return_if_fail (MDG_IS_RANKED_LIST (self));
  g_return_if_fail (model == NULL || MDG_IS_FIGURE_MODEL (model));

  if (self->model == model)
    return;

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  g_set_object (&self->model, model);

  if (model != NULL)
    {
      self->rows = mdg_figure_list_new (model, MDG_FIGURE_LIST_AREAS);
      g_signal_connect_swapped (self->rows, "updated", G_CALLBACK (rows_updated_cb), self);
    }

  sorted = GTK_SORT_LIST_MODEL (gtk_single_selection_get_model (self->selection));
  filtered = GTK_FILTER_LIST_MODEL (gtk_sort_list_model_get_model (sorted));
  self->following = TRUE;
  gtk_filter_list_model_set_model (filtered, G_LIST_MODEL (self->rows));
  self->following = FALSE;

  if (model != NULL)
    rows_updated_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE_MODEL]);
}

/**
 * mdg_ranked_list_set_filter:
 * @self: a #MdgRankedList
 * @filter: (nullable) (scope forever): says which prefectures are shown at all; %NULL for all
 * @data: passed to @filter
 *
 * Narrows the list beyond what is searched for, as by a class of the map's legend. To be called
 * again when @filter answers differently.
 */
void
mdg_ranked_list_set_filter (MdgRankedList *self, MdgAreaFilterFunc filter, gpointer data)
{
  g_return_if_fail (MDG_IS_RANKED_LIST (self));

  self->filter_func = filter;
  self->filter_data = data;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * mdg_ranked_list_search:
 * @self: a #MdgRankedList
 *
 * Puts the keyboard into the search entry.
 */
void
mdg_ranked_list_search (MdgRankedList *self)
{
  g_return_if_fail (MDG_IS_RANKED_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * mdg_ranked_list_get_rows:
 * @self: a #MdgRankedList
 *
 * Returns: (transfer none): the rows as they are shown, a list of #MdgFigureRow
 */
GListModel *
mdg_ranked_list_get_rows (MdgRankedList *self)
{
  g_return_val_if_fail (MDG_IS_RANKED_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}
