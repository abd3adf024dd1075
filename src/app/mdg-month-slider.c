/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-month-slider.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "widget/mdg-tooltip.h"

/* One press of Page Up or Page Down. */
#define PAGE_STEPS 3

struct _MdgMonthSlider
{
  AdwBin parent_instance;

  MdgFigureModel *model;
  GArray *months; /* (element-type MdgMonth): ascending */
  MdgScope listed;
  guint play_id;
  /* Whether the change of the scope is this slider's own. */
  gboolean is_choosing;

  GtkToggleButton *play_button;
  GtkScale *scale;
  GtkLabel *coverage_label;
};

G_DEFINE_FINAL_TYPE (MdgMonthSlider, mdg_month_slider, ADW_TYPE_BIN)

static MdgMonth
get_month (MdgMonthSlider *self, guint index)
{
  return g_array_index (self->months, MdgMonth, index);
}

/* The index of the month that is nearest to @value; of two equally near the earlier one. */
static guint
find_nearest (MdgMonthSlider *self, double value)
{
  guint nearest = 0;

  for (guint i = 1; i < self->months->len; i++)
    {
      if (ABS (get_month (self, i) - value) < ABS (get_month (self, nearest) - value))
        nearest = i;
    }

  return nearest;
}

static void
choose (MdgMonthSlider *self, guint index)
{
  MdgScope wish = *mdg_figure_model_get_scope (self->model);

  wish.month = get_month (self, index);
  if (wish.month == mdg_figure_model_get_scope (self->model)->month)
    return;

  self->is_choosing = TRUE;
  mdg_figure_model_set_scope (self->model, &wish);
  self->is_choosing = FALSE;
}

/* The scale itself would rest between two months, where there is nothing to show. */
static gboolean
change_value_cb (MdgMonthSlider *self, GtkScrollType scroll, double value)
{
  guint current;
  int to;

  if (self->model == NULL || self->months->len == 0)
    return GDK_EVENT_STOP;

  current = find_nearest (self, gtk_range_get_value (GTK_RANGE (self->scale)));
  to = (int) current;
  switch (scroll)
    {
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_STEP_UP:
      to += 1;
      break;

    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_DOWN:
      to -= 1;
      break;

    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_RIGHT:
    case GTK_SCROLL_PAGE_UP:
      to += PAGE_STEPS;
      break;

    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_DOWN:
      to -= PAGE_STEPS;
      break;

    case GTK_SCROLL_START:
      to = 0;
      break;

    case GTK_SCROLL_END:
      to = (int) self->months->len - 1;
      break;

    case GTK_SCROLL_NONE:
    case GTK_SCROLL_JUMP:
    default:
      to = (int) find_nearest (self, value);
    }

  mdg_month_slider_set_playing (self, FALSE);
  choose (self, (guint) CLAMP (to, 0, (int) self->months->len - 1));

  return GDK_EVENT_STOP;
}

static gboolean
play_cb (gpointer data)
{
  MdgMonthSlider *self = data;
  guint current = find_nearest (self, gtk_range_get_value (GTK_RANGE (self->scale)));

  if (current + 1 < self->months->len)
    choose (self, current + 1);
  if (current + 2 < self->months->len)
    return G_SOURCE_CONTINUE;

  self->play_id = 0;
  mdg_month_slider_set_playing (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
play_toggled_cb (MdgMonthSlider *self)
{
  gboolean playing = gtk_toggle_button_get_active (self->play_button);

  g_clear_handle_id (&self->play_id, g_source_remove);
  if (playing && self->months->len > 1)
    {
      /* From the end it begins anew. */
      if (find_nearest (self, gtk_range_get_value (GTK_RANGE (self->scale))) + 1 ==
          self->months->len)
        choose (self, 0);
      self->play_id = g_timeout_add (MDG_MONTH_SLIDER_STEP_MS, play_cb, self);
    }
  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), playing
                                                              ? "media-playback-pause-symbolic"
                                                              : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button),
                               playing ? _ ("Pause") : _ ("Play All Months"));
}

static void
list_months (MdgMonthSlider *self, const MdgScope *scope)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);

  g_clear_pointer (&self->months, g_array_unref);
  self->months = figures != NULL ? mdg_figures_get_months (figures, MDG_AREA_NONE,
                                                           scope->facility_type, scope->measure)
                                 : g_array_new (FALSE, FALSE, sizeof (MdgMonth));
  self->listed = *scope;

  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), self->months->len > 1);
  gtk_scale_clear_marks (self->scale);
  if (self->months->len < 2)
    return;

  gtk_range_set_range (GTK_RANGE (self->scale), get_month (self, 0),
                       get_month (self, self->months->len - 1));
  for (guint i = 0; i < self->months->len; i++)
    gtk_scale_add_mark (self->scale, get_month (self, i), GTK_POS_BOTTOM, NULL);
}

static void
follow_scope (MdgMonthSlider *self)
{
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  const MdgObservation *values[MDG_N_AREAS];
  g_autofree char *month = NULL;
  g_autofree char *coverage = NULL;
  g_autofree char *text = NULL;
  guint n_known;

  if (figures == NULL)
    return;
  if (scope->measure != self->listed.measure || scope->facility_type != self->listed.facility_type)
    {
      mdg_month_slider_set_playing (self, FALSE);
      list_months (self, scope);
    }
  /* Who chooses another month meanwhile wants to see that one. */
  if (!self->is_choosing && gtk_range_get_value (GTK_RANGE (self->scale)) != scope->month)
    mdg_month_slider_set_playing (self, FALSE);
  if (self->months->len < 2)
    return;

  n_known =
    mdg_figures_get_areas (figures, scope->month, scope->facility_type, scope->measure, values);
  month = mdg_format_month (scope->month);
  /* Translators: a month, and of how many of the 47 prefectures figures are known in it. */
  text = g_strdup_printf (
    g_dngettext (NULL, "%s, %u of %d prefectures", "%s, %u of %d prefectures", n_known), month,
    n_known, MDG_N_PREFECTURES);
  coverage = g_strdup_printf ("%u/%d", n_known, MDG_N_PREFECTURES);

  gtk_range_set_value (GTK_RANGE (self->scale), scope->month);
  gtk_label_set_label (self->coverage_label, coverage);
  mdg_tooltip_set (GTK_WIDGET (self->coverage_label), text);
  mdg_tooltip_set (GTK_WIDGET (self->scale), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
follow_figures (MdgMonthSlider *self)
{
  mdg_month_slider_set_playing (self, FALSE);
  list_months (self, mdg_figure_model_get_scope (self->model));
  follow_scope (self);
}

static void
mdg_month_slider_unmap (GtkWidget *widget)
{
  MdgMonthSlider *self = MDG_MONTH_SLIDER (widget);

  /* A window that is closed takes its children apart before they are unmapped. */
  if (self->play_button != NULL)
    mdg_month_slider_set_playing (self, FALSE);

  GTK_WIDGET_CLASS (mdg_month_slider_parent_class)->unmap (widget);
}

static void
mdg_month_slider_dispose (GObject *object)
{
  MdgMonthSlider *self = MDG_MONTH_SLIDER (object);

  g_clear_handle_id (&self->play_id, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_MONTH_SLIDER);

  G_OBJECT_CLASS (mdg_month_slider_parent_class)->dispose (object);
}

static void
mdg_month_slider_finalize (GObject *object)
{
  MdgMonthSlider *self = MDG_MONTH_SLIDER (object);

  g_clear_pointer (&self->months, g_array_unref);

  G_OBJECT_CLASS (mdg_month_slider_parent_class)->finalize (object);
}

static void
mdg_month_slider_class_init (MdgMonthSliderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_month_slider_dispose;
  object_class->finalize = mdg_month_slider_finalize;

  widget_class->unmap = mdg_month_slider_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-month-slider.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgMonthSlider, play_button);
  gtk_widget_class_bind_template_child (widget_class, MdgMonthSlider, scale);
  gtk_widget_class_bind_template_child (widget_class, MdgMonthSlider, coverage_label);
  gtk_widget_class_bind_template_callback (widget_class, change_value_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_toggled_cb);
}

static void
mdg_month_slider_init (MdgMonthSlider *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (MdgMonth));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_month_slider_new:
 *
 * Returns: (transfer floating): a new slider that chooses nothing yet
 */
GtkWidget *
mdg_month_slider_new (void)
{
  return g_object_new (MDG_TYPE_MONTH_SLIDER, NULL);
}

/**
 * mdg_month_slider_set_figure_model:
 * @self: a #MdgMonthSlider
 * @model: (nullable): whose month is chosen
 */
void
mdg_month_slider_set_figure_model (MdgMonthSlider *self, MdgFigureModel *model)
{
  g_return_if_fail (MDG_IS_MONTH_SLIDER (self));
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
      follow_figures (self);
    }
}

/**
 * mdg_month_slider_get_playing:
 * @self: a #MdgMonthSlider
 *
 * Returns: whether it goes from month to month by itself
 */
gboolean
mdg_month_slider_get_playing (MdgMonthSlider *self)
{
  g_return_val_if_fail (MDG_IS_MONTH_SLIDER (self), FALSE);

  return gtk_toggle_button_get_active (self->play_button);
}

/**
 * mdg_month_slider_set_playing:
 * @self: a #MdgMonthSlider
 * @playing: whether to go from month to month
 *
 * Begins or ends playing. From the last month it begins with the first.
 */
void
mdg_month_slider_set_playing (MdgMonthSlider *self, gboolean playing)
{
  g_return_if_fail (MDG_IS_MONTH_SLIDER (self));

  gtk_toggle_button_set_active (self->play_button, playing);
}
