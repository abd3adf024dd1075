/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-prefecture-page.h"

#include <glib/gi18n.h>

#include "app/mdg-area-choice.h"
#include "app/mdg-briefing.h"
#include "app/mdg-card-row.h"
#include "app/mdg-column.h"
#include "app/mdg-neighbours-button.h"
#include "app/mdg-profile-view.h"
#include "app/mdg-scope-bar.h"
#include "app/mdg-stat-card.h"
#include "chart/mdg-chart-card.h"
#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"
#include "draw/mdg-chart-builders.h"
#include "model/mdg-figure-list.h"

struct _MdgPrefecturePage
{
  AdwBin parent_instance;

  MdgFigureModel *model;
  GSettings *settings;
  MdgProfile *profile; /* (nullable): what is shown, %NULL while no prefecture is chosen */
  /* While the controls follow the model, what they select is nobody's choice. */
  gboolean following;
  /* Whether what is looked at has changed while nobody saw the page. */
  gboolean is_stale;

  GtkDropDown *area_dropdown;
  GtkToggleButton *home_button;
  MdgNeighboursButton *neighbours_button;
  GtkWidget *briefing_button;
  MdgProfileView *profile_view;
  MdgScopeBar *scope_bar;
  GtkStack *stack;
  MdgStatCard *rate_card;
  MdgStatCard *rank_card;
  MdgStatCard *nation_card;
  GtkLabel *table_caption;
  GtkColumnView *column_view;
  MdgChartCard *facility_card;
  MdgChartCard *trend_card;
  MdgChartCard *type_trend_card;
  MdgChartCard *distribution_card;
  MdgChartCard *rank_change_card;
  MdgChartCard *ranking_card;
};

G_DEFINE_FINAL_TYPE (MdgPrefecturePage, mdg_prefecture_page, ADW_TYPE_BIN)

static void
area_selected_cb (MdgPrefecturePage *self)
{
  if (!self->following && self->model != NULL)
    mdg_figure_model_set_area (self->model, mdg_area_choice_get (GTK_WIDGET (self->area_dropdown)));
}

static void
home_toggled_cb (MdgPrefecturePage *self)
{
  gboolean active = gtk_toggle_button_get_active (self->home_button);
  MdgArea area;

  gtk_button_set_icon_name (GTK_BUTTON (self->home_button),
                            active ? "starred-symbolic" : "non-starred-symbolic");
  if (self->following || self->model == NULL)
    return;

  area = mdg_figure_model_get_scope (self->model)->area;
  g_settings_set_string (self->settings, "home-area", active ? mdg_area_get_code (area) : "");
}

static void
ranking_activated_cb (MdgPrefecturePage *self, const char *id)
{
  MdgArea area;

  if (mdg_area_from_code (id, &area) && mdg_area_is_prefecture (area))
    mdg_figure_model_set_area (self->model, area);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgPrefecturePage *self = MDG_PREFECTURE_PAGE (widget);

  g_signal_emit_by_name (self->area_dropdown, "activate");
}

static void
print_briefing_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mdg_briefing_print (widget, MDG_PREFECTURE_PAGE (widget)->profile);
}

static void
save_briefing_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mdg_briefing_save_pdf (widget, MDG_PREFECTURE_PAGE (widget)->profile);
}

static void
copy_briefing_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mdg_briefing_copy (widget, MDG_PREFECTURE_PAGE (widget)->profile);
}

/* A key does not show what is disabled, so it has to be told. */
static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *reason;

  if (mdg_briefing_is_possible (MDG_PREFECTURE_PAGE (widget)->profile, &reason))
    print_briefing_cb (widget, action_name, parameter);
  else
    mdg_desk_tell (widget, reason);
}

static const MdgObservation *
lookup (MdgPrefecturePage *self, MdgArea area, MdgMeasure measure)
{
  return mdg_figures_lookup (mdg_figure_model_get_figures (self->model),
                             mdg_figure_model_get_scope (self->model)->month, MDG_DAY_NONE, area,
                             MDG_FACILITY_ALL, measure);
}

static void
show_rate (MdgPrefecturePage *self, MdgFigures *figures, MdgArea area)
{
  const MdgObservation *rate = lookup (self, area, MDG_MEASURE_USAGE_RATE_ONLINE);
  const MdgObservation *change = lookup (self, area, MDG_MEASURE_CHANGE_POINTS);
  g_autofree char *detail = NULL;

  if (change != NULL)
    {
      g_autofree char *points = mdg_format_points (change->value);
      g_autofree char *before = mdg_format_month (change->month - 1);

      detail = g_strdup_printf (_ ("%s since %s"), points, before);
    }

  mdg_stat_card_set_title (self->rate_card, mdg_area_get_label (area, mdg_language_get ()));
  mdg_stat_card_set_figure (self->rate_card, figures, rate);
  mdg_stat_card_set_detail (self->rate_card, detail);
}

static char *
dup_previous_rank (const MdgProfileRow *row, MdgMonth month)
{
  g_autofree char *before = mdg_format_month (month - 1);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (row->previous_rank != NULL)
    {
      first = mdg_format_rank ((guint) row->previous_rank->value.digits);

      /* Translators: a month, and the rank in it. */
      return g_strdup_printf (_ ("%s: %s"), before, first);
    }
  if (row->previous_range.last == 0)
    return NULL;

  first = mdg_format_rank (row->previous_range.first);
  last = mdg_format_rank (row->previous_range.last);

  /* Translators: a month, and between which ranks it was in it. */
  return g_strdup_printf (_ ("%s: %s to %s"), before, first, last);
}

static void
show_rank (MdgPrefecturePage *self, MdgFigures *figures, MdgArea area)
{
  const MdgObservation *rank = lookup (self, area, MDG_MEASURE_RANK);
  g_autofree char *detail = NULL;

  if (self->profile != NULL)
    detail = dup_previous_rank (mdg_profile_get_row (self->profile, MDG_FACILITY_ALL),
                                mdg_profile_get_month (self->profile));
  mdg_stat_card_set_figure (self->rank_card, figures, rank);
  mdg_stat_card_set_detail (self->rank_card, detail);
}

static void
show_nation (MdgPrefecturePage *self, MdgFigures *figures, MdgArea area)
{
  const MdgObservation *rate = lookup (self, area, MDG_MEASURE_USAGE_RATE_ONLINE);
  const MdgObservation *nation = lookup (self, MDG_AREA_NATIONAL, MDG_MEASURE_USAGE_RATE_ONLINE);
  g_autofree char *detail = NULL;
  MdgDecimal difference;

  if (rate != NULL && nation != NULL &&
      mdg_decimal_subtract (rate->value, nation->value, &difference))
    {
      g_autofree char *points = mdg_format_points (difference);

      /* Translators: a prefecture, and the difference of its rate from the nation’s. */
      detail =
        g_strdup_printf (_ ("%s: %s"), mdg_area_get_label (area, mdg_language_get ()), points);
    }

  mdg_stat_card_set_figure (self->nation_card, figures, nation);
  mdg_stat_card_set_detail (self->nation_card, detail);
}

/* Of one month, the bars of the types say it all. */
static gboolean
has_type_trend (MdgFigures *figures, MdgArea area)
{
  for (MdgFacilityType type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      g_autoptr (GArray) months =
        mdg_figures_get_months (figures, area, type, MDG_MEASURE_USAGE_RATE_ONLINE);

      if (months->len > 1)
        return TRUE;
    }

  return FALSE;
}

static void
show_charts (MdgPrefecturePage *self, MdgFigures *figures, const MdgScope *scope)
{
  g_autoptr (MdgChartScene) facilities =
    mdg_chart_facility_types_new (figures, scope->month, scope->area);
  g_autoptr (MdgChartScene) trend =
    mdg_chart_trend_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, scope->area);
  g_autoptr (MdgChartScene) ranking = mdg_chart_ranking_new (
    figures, scope->month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, scope->area);
  g_autoptr (MdgChartScene) type_trend = mdg_chart_facility_trend_new (figures, scope->area);
  g_autoptr (MdgChartScene) distribution = mdg_chart_distribution_new (
    figures, scope->month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, scope->area);
  g_autoptr (MdgChartScene) rank_change =
    mdg_chart_rank_change_new (figures, scope->month, MDG_FACILITY_ALL, scope->area);

  mdg_chart_card_set_scene (self->type_trend_card, type_trend);
  gtk_widget_set_visible (GTK_WIDGET (self->type_trend_card),
                          has_type_trend (figures, scope->area));
  mdg_chart_card_set_scene (self->distribution_card, distribution);
  mdg_chart_card_set_scene (self->rank_change_card, rank_change);
  /* The ministry prints ranks of the month before for the four types only, which the table has. */
  gtk_widget_set_visible (GTK_WIDGET (self->rank_change_card),
                          mdg_chart_scene_get_n_points (rank_change) > 0);
  mdg_chart_card_set_scene (self->facility_card, facilities);
  mdg_chart_card_set_scene (self->trend_card, trend);
  mdg_chart_card_set_scene (self->ranking_card, ranking);
}

static MdgProfile *
create_profile (MdgPrefecturePage *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);
  MdgArea neighbours[MDG_PROFILE_MAX_NEIGHBOURS];
  guint n;

  if (figures == NULL || !mdg_area_is_prefecture (scope->area))
    return NULL;

  n = mdg_neighbours_read (self->settings, scope->area, neighbours);

  return mdg_profile_new (figures, scope->month, scope->area, neighbours, n);
}

static void
offer_briefing (MdgPrefecturePage *self)
{
  static const char *const actions[] = { "briefing.print", "briefing.save", "briefing.copy" };
  const char *reason;
  gboolean is_possible = mdg_briefing_is_possible (self->profile, &reason);
  const char *hint = is_possible ? _ ("Print, save or copy a briefing on this prefecture") : reason;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_possible);
  gtk_widget_set_sensitive (self->briefing_button, is_possible);
  gtk_widget_set_tooltip_text (self->briefing_button, hint);
}

static void
show_profile (MdgPrefecturePage *self)
{
  g_clear_pointer (&self->profile, mdg_profile_unref);
  self->profile = create_profile (self);
  offer_briefing (self);
  if (self->profile == NULL)
    return;

  mdg_neighbours_button_set_area (self->neighbours_button, mdg_profile_get_area (self->profile));
  mdg_profile_view_set_profile (self->profile_view, self->profile);
}

static void
follow_home (MdgPrefecturePage *self)
{
  MdgArea area = mdg_figure_model_get_scope (self->model)->area;

  self->following = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->home_button), mdg_area_is_prefecture (area));
  gtk_toggle_button_set_active (self->home_button,
                                mdg_area_is_prefecture (area) &&
                                  area == mdg_figure_model_get_home_area (self->model));
  self->following = FALSE;
}

static void
update (MdgPrefecturePage *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);
  gboolean chosen = mdg_area_is_prefecture (scope->area);
  g_autofree char *month = NULL;
  g_autofree char *caption = NULL;

  self->following = TRUE;
  mdg_area_choice_set (GTK_WIDGET (self->area_dropdown), chosen ? scope->area : MDG_AREA_NONE);
  self->following = FALSE;
  follow_home (self);
  show_profile (self);

  gtk_stack_set_visible_child_name (self->stack, chosen && figures != NULL ? "profile" : "none");
  if (!chosen || figures == NULL)
    return;

  show_rate (self, figures, scope->area);
  show_rank (self, figures, scope->area);
  show_nation (self, figures, scope->area);
  show_charts (self, figures, scope);

  month = mdg_format_month (scope->month);
  caption =
    g_strdup_printf ("%s · %s", month, mdg_measure_get_label (MDG_MEASURE_USAGE_RATE_ONLINE));
  gtk_label_set_label (self->table_caption, caption);
}

/* Another page may play month after month, for which nothing need be drawn here. */
static void
update_if_seen (MdgPrefecturePage *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    update (self);
}

static void
mdg_prefecture_page_map (GtkWidget *widget)
{
  MdgPrefecturePage *self = MDG_PREFECTURE_PAGE (widget);

  if (self->is_stale)
    update (self);
  self->is_stale = FALSE;

  GTK_WIDGET_CLASS (mdg_prefecture_page_parent_class)->map (widget);
}

static void
mdg_prefecture_page_dispose (GObject *object)
{
  MdgPrefecturePage *self = MDG_PREFECTURE_PAGE (object);

  self->following = TRUE;
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->profile, mdg_profile_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_PREFECTURE_PAGE);

  G_OBJECT_CLASS (mdg_prefecture_page_parent_class)->dispose (object);
}

static void
mdg_prefecture_page_class_init (MdgPrefecturePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_prefecture_page_dispose;

  widget_class->map = mdg_prefecture_page_map;

  g_type_ensure (MDG_TYPE_CARD_ROW);
  g_type_ensure (MDG_TYPE_CHART_CARD);
  g_type_ensure (MDG_TYPE_NEIGHBOURS_BUTTON);
  g_type_ensure (MDG_TYPE_PROFILE_VIEW);
  g_type_ensure (MDG_TYPE_SCOPE_BAR);
  g_type_ensure (MDG_TYPE_STAT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-prefecture-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, area_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, home_button);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, neighbours_button);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, briefing_button);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, profile_view);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, scope_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, rate_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, rank_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, nation_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, table_caption);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, column_view);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, facility_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, trend_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, type_trend_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, distribution_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, rank_change_card);
  gtk_widget_class_bind_template_child (widget_class, MdgPrefecturePage, ranking_card);
  gtk_widget_class_bind_template_callback (widget_class, area_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, home_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, ranking_activated_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "briefing.print", NULL, print_briefing_cb);
  gtk_widget_class_install_action (widget_class, "briefing.save", NULL, save_briefing_cb);
  gtk_widget_class_install_action (widget_class, "briefing.copy", NULL, copy_briefing_cb);
}

static void
add_columns (MdgPrefecturePage *self)
{
  GtkColumnView *view = self->column_view;

  mdg_column_add (view, C_ ("column", "Facility Type"), "facility-label", MDG_COLUMN_EXPAND,
                  MDG_COLUMN_UNSORTED);
  mdg_column_add (view, C_ ("column", "Rate (%)"), "value-text",
                  MDG_COLUMN_NUMBER | MDG_COLUMN_STRONG, MDG_COLUMN_UNSORTED);
  mdg_column_add (view, C_ ("column", "Change"), "change-text", MDG_COLUMN_NUMBER,
                  MDG_COLUMN_UNSORTED);
  mdg_column_add (view, C_ ("column", "Rank"), "rank-text", MDG_COLUMN_NUMBER, MDG_COLUMN_UNSORTED);
  mdg_column_add (view, C_ ("column", "Before"), "rank-previous-text", MDG_COLUMN_NUMBER,
                  MDG_COLUMN_UNSORTED);
  mdg_column_add (view, C_ ("column", "Nation (%)"), "national-text", MDG_COLUMN_NUMBER,
                  MDG_COLUMN_UNSORTED);
  mdg_column_add (view, C_ ("column", "Difference"), "difference-text", MDG_COLUMN_NUMBER,
                  MDG_COLUMN_UNSORTED);
  mdg_column_add_quality (view);
  mdg_column_add (view, C_ ("column", "With Card"), "mnc-count-text", MDG_COLUMN_NUMBER,
                  MDG_COLUMN_UNSORTED);
  mdg_column_add (view, C_ ("column", "Verifications"), "verification-count-text",
                  MDG_COLUMN_NUMBER, MDG_COLUMN_UNSORTED);
}

static void
mdg_prefecture_page_init (MdgPrefecturePage *self)
{
  self->following = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_area_choice_set_up (GTK_WIDGET (self->area_dropdown), _ ("Choose a prefecture"));
  add_columns (self);
  self->following = FALSE;
}

/**
 * mdg_prefecture_page_new:
 * @model: what is looked at
 * @settings: where my prefecture is kept
 *
 * Returns: (transfer floating): a new page
 */
MdgPrefecturePage *
mdg_prefecture_page_new (MdgFigureModel *model, GSettings *settings)
{
  MdgPrefecturePage *self;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (model), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MDG_TYPE_PREFECTURE_PAGE, NULL);
  self->model = g_object_ref (model);
  self->settings = g_object_ref (settings);

  selection = gtk_no_selection_new (
    G_LIST_MODEL (mdg_figure_list_new (model, MDG_FIGURE_LIST_FACILITY_TYPES)));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (selection));
  mdg_scope_bar_set_figure_model (self->scope_bar, model);
  mdg_neighbours_button_set_up (self->neighbours_button, settings);

  g_signal_connect_object (model, "notify::figures", G_CALLBACK (update_if_seen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::scope", G_CALLBACK (update_if_seen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::home-area", G_CALLBACK (follow_home), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::neighbour-areas", G_CALLBACK (show_profile), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}
