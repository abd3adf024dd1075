/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-scope-bar.h"

#include <glib/gi18n.h>

#include "app/mdg-facility-choice.h"
#include "core/mdg-format.h"

struct _MdgScopeBar
{
  AdwBin parent_instance;

  MdgFigureModel *model;
  /* What the entries of the lists stand for, and the scope they were listed for. */
  GArray *months;
  GArray *measures;
  MdgScope listed;
  /* While the lists follow the scope, what they select is nobody's choice. */
  gboolean following;

  GtkDropDown *month_dropdown;
  GtkDropDown *measure_dropdown;
  GtkDropDown *facility_dropdown;
};

enum
{
  PROP_0,
  PROP_FIGURE_MODEL,
  PROP_SHOW_MEASURE,
  PROP_SHOW_FACILITY_TYPE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgScopeBar, mdg_scope_bar, ADW_TYPE_BIN)

static void
wish_for (MdgScopeBar *self, const MdgScope *wish)
{
  mdg_scope_bar_show_notice (self, mdg_figure_model_set_scope (self->model, wish));
}

static void
month_selected_cb (MdgScopeBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->month_dropdown);
  MdgScope wish;

  if (self->following || self->model == NULL || selected >= self->months->len)
    return;

  wish = *mdg_figure_model_get_scope (self->model);
  wish.month = g_array_index (self->months, MdgMonth, selected);
  wish_for (self, &wish);
}

static void
measure_selected_cb (MdgScopeBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->measure_dropdown);
  MdgScope wish;

  if (self->following || self->model == NULL || selected >= self->measures->len)
    return;

  wish = *mdg_figure_model_get_scope (self->model);
  wish.measure = g_array_index (self->measures, MdgMeasure, selected);
  wish_for (self, &wish);
}

static void
facility_selected_cb (MdgScopeBar *self)
{
  MdgScope wish;

  if (self->following || self->model == NULL)
    return;

  wish = *mdg_figure_model_get_scope (self->model);
  wish.facility_type = mdg_facility_choice_get (GTK_WIDGET (self->facility_dropdown));
  wish_for (self, &wish);
}

/* Newest first; a month in which not all prefectures are known says how many are. */
static void
fill_months (MdgScopeBar *self, MdgFigures *figures, const MdgScope *scope)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, scope->facility_type, scope->measure);

  g_array_set_size (self->months, 0);
  for (guint i = months->len; i > 0; i--)
    {
      MdgMonth month = g_array_index (months, MdgMonth, i - 1);
      const MdgObservation *values[MDG_N_AREAS];
      guint n_known =
        mdg_figures_get_areas (figures, month, scope->facility_type, scope->measure, values);
      g_autofree char *text = mdg_format_month (month);

      if (n_known < MDG_N_PREFECTURES)
        {
          /* Translators: a month, and how many of the 47 prefectures are known in it. */
          g_autofree char *part =
            g_strdup_printf (_ ("%s (%u of %d)"), text, n_known, MDG_N_PREFECTURES);

          gtk_string_list_append (list, part);
        }
      else
        {
          gtk_string_list_append (list, text);
        }

      g_array_append_val (self->months, month);
    }

  gtk_drop_down_set_model (self->month_dropdown, G_LIST_MODEL (list));
}

/* Ranks stand beside the figure they rank, and are no picture of their own. */
static void
fill_measures (MdgScopeBar *self, MdgFigures *figures, const MdgScope *scope)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint32 known = mdg_scope_list_measures (figures);

  g_array_set_size (self->measures, 0);
  for (MdgMeasure measure = 0; measure < MDG_N_MEASURES; measure++)
    {
      if (mdg_measure_get_unit (measure) == MDG_UNIT_RANK && measure != scope->measure)
        continue;
      if (!(known & (1u << measure)))
        continue;

      gtk_string_list_append (list, mdg_measure_get_short_label (measure));
      g_array_append_val (self->measures, measure);
    }

  gtk_drop_down_set_model (self->measure_dropdown, G_LIST_MODEL (list));
}

static void
select_scope (MdgScopeBar *self, const MdgScope *scope)
{
  guint month = GTK_INVALID_LIST_POSITION;
  guint measure = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, MdgMonth, i) == scope->month)
      month = i;
  for (guint i = 0; i < self->measures->len; i++)
    if (g_array_index (self->measures, MdgMeasure, i) == scope->measure)
      measure = i;

  gtk_drop_down_set_selected (self->month_dropdown, month);
  gtk_drop_down_set_selected (self->measure_dropdown, measure);
  mdg_facility_choice_set (GTK_WIDGET (self->facility_dropdown), scope->facility_type);
}

/* Most changes are of the area, or within the lists as they are: those are not listed anew. */
static void
follow_scope (MdgScopeBar *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);

  if (figures == NULL)
    return;

  self->following = TRUE;
  if (scope->measure != self->listed.measure)
    fill_measures (self, figures, scope);
  if (scope->measure != self->listed.measure || scope->facility_type != self->listed.facility_type)
    fill_months (self, figures, scope);
  self->listed = *scope;
  select_scope (self, scope);
  self->following = FALSE;
}

static void
follow_figures (MdgScopeBar *self)
{
  MdgFigures *figures = self->model != NULL ? mdg_figure_model_get_figures (self->model) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), figures != NULL);
  if (figures == NULL)
    return;

  self->following = TRUE;
  self->listed = *mdg_figure_model_get_scope (self->model);
  fill_measures (self, figures, &self->listed);
  fill_months (self, figures, &self->listed);
  select_scope (self, &self->listed);
  self->following = FALSE;
}

static void
mdg_scope_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgScopeBar *self = MDG_SCOPE_BAR (object);

  switch (property_id)
    {
    case PROP_FIGURE_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_SHOW_MEASURE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->measure_dropdown)));
      break;

    case PROP_SHOW_FACILITY_TYPE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->facility_dropdown)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_shown (MdgScopeBar *self, GtkDropDown *dropdown, gboolean shown, GParamSpec *pspec)
{
  if (gtk_widget_get_visible (GTK_WIDGET (dropdown)) == shown)
    return;

  gtk_widget_set_visible (GTK_WIDGET (dropdown), shown);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
mdg_scope_bar_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  MdgScopeBar *self = MDG_SCOPE_BAR (object);

  switch (property_id)
    {
    case PROP_FIGURE_MODEL:
      mdg_scope_bar_set_figure_model (self, g_value_get_object (value));
      break;

    case PROP_SHOW_MEASURE:
      set_shown (self, self->measure_dropdown, g_value_get_boolean (value), pspec);
      break;

    case PROP_SHOW_FACILITY_TYPE:
      set_shown (self, self->facility_dropdown, g_value_get_boolean (value), pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_scope_bar_dispose (GObject *object)
{
  MdgScopeBar *self = MDG_SCOPE_BAR (object);

  /* The lists are emptied next, which is no choice either. */
  self->following = TRUE;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_SCOPE_BAR);

  G_OBJECT_CLASS (mdg_scope_bar_parent_class)->dispose (object);
}

static void
mdg_scope_bar_finalize (GObject *object)
{
  MdgScopeBar *self = MDG_SCOPE_BAR (object);

  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->measures, g_array_unref);

  G_OBJECT_CLASS (mdg_scope_bar_parent_class)->finalize (object);
}

static void
mdg_scope_bar_class_init (MdgScopeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_scope_bar_get_property;
  object_class->set_property = mdg_scope_bar_set_property;
  object_class->dispose = mdg_scope_bar_dispose;
  object_class->finalize = mdg_scope_bar_finalize;

  properties[PROP_FIGURE_MODEL] =
    g_param_spec_object ("figure-model", NULL, NULL, MDG_TYPE_FIGURE_MODEL, flags);
  properties[PROP_SHOW_MEASURE] = g_param_spec_boolean ("show-measure", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_FACILITY_TYPE] =
    g_param_spec_boolean ("show-facility-type", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-scope-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgScopeBar, month_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgScopeBar, measure_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgScopeBar, facility_dropdown);
  gtk_widget_class_bind_template_callback (widget_class, month_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, facility_selected_cb);
}

static void
set_up_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (string));
}

/* GTK's own button is as wide as its longest entry, which large text makes wider than a window. */
static void
let_shrink (GtkDropDown *dropdown)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_button_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_button_cb), NULL);
  gtk_drop_down_set_list_factory (dropdown, gtk_drop_down_get_factory (dropdown));
  gtk_drop_down_set_factory (dropdown, factory);
}

static void
mdg_scope_bar_init (MdgScopeBar *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (MdgMonth));
  self->measures = g_array_new (FALSE, FALSE, sizeof (MdgMeasure));
  self->following = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_facility_choice_set_up (GTK_WIDGET (self->facility_dropdown), NULL);
  let_shrink (self->month_dropdown);
  let_shrink (self->measure_dropdown);
  let_shrink (self->facility_dropdown);
  self->following = FALSE;
}

/**
 * mdg_scope_bar_new:
 *
 * Returns: (transfer floating): a new bar that chooses nothing yet
 */
GtkWidget *
mdg_scope_bar_new (void)
{
  return g_object_new (MDG_TYPE_SCOPE_BAR, NULL);
}

/**
 * mdg_scope_bar_set_figure_model:
 * @self: a #MdgScopeBar
 * @model: (nullable): whose scope is chosen
 */
void
mdg_scope_bar_set_figure_model (MdgScopeBar *self, MdgFigureModel *model)
{
  g_return_if_fail (MDG_IS_SCOPE_BAR (self));
  g_return_if_fail (model == NULL || MDG_IS_FIGURE_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "notify::figures", G_CALLBACK (follow_figures), self);
      g_signal_connect_swapped (model, "notify::scope", G_CALLBACK (follow_scope), self);
    }
  follow_figures (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE_MODEL]);
}

/**
 * mdg_scope_bar_show_notice:
 * @self: a #MdgScopeBar
 * @change: what of a wish was changed
 *
 * Tells the user what is shown instead of what was wished for. Nothing is told of an area, which
 * the user sees.
 */
void
mdg_scope_bar_show_notice (MdgScopeBar *self, MdgScopeChange change)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  const MdgScope *scope;
  g_autofree char *month = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  g_return_if_fail (MDG_IS_SCOPE_BAR (self));

  if (overlay == NULL || self->model == NULL)
    return;

  scope = mdg_figure_model_get_scope (self->model);
  month = mdg_format_month (scope->month);
  if (change & MDG_SCOPE_CHANGED_MEASURE)
    text = g_strdup_printf (_ ("Not known by prefecture. Shown instead: %s"),
                            mdg_measure_get_label (scope->measure));
  else if (change & MDG_SCOPE_CHANGED_FACILITY_TYPE)
    text = g_strdup_printf (_ ("Not known for that facility type. Shown instead: %s"),
                            mdg_facility_type_get_label (scope->facility_type));
  else if (change & MDG_SCOPE_CHANGED_MONTH)
    text = g_strdup_printf (_ ("Not known for that month. Shown instead: %s"), month);
  else
    return;

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
