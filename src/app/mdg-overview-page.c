/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-overview-page.h"

#include <glib/gi18n.h>

#include "app/mdg-card-row.h"
#include "app/mdg-column.h"
#include "app/mdg-next-deck-dialog.h"
#include "app/mdg-stat-card.h"
#include "chart/mdg-chart-card.h"
#include "core/mdg-clock.h"
#include "core/mdg-format.h"
#include "draw/mdg-chart-builders.h"
#include "model/mdg-figure-row.h"

/* A deck comes every month or two; after this many days there is surely a newer one. */
#define OLD_AFTER_DAYS 60

struct _MdgOverviewPage
{
  AdwBin parent_instance;

  MdgFigureModel *model;
  /* One row for all facilities and one for each of their types, of the nation. */
  GListStore *counts;

  AdwBanner *age_banner;
  GtkStack *stack;
  MdgStatCard *online_card;
  MdgStatCard *home_card;
  MdgStatCard *claims_card;
  MdgChartCard *trend_card;
  MdgChartCard *facility_card;
  MdgChartCard *funnel_card;
  MdgChartCard *claims_trend_card;
  MdgChartCard *bands_card;
  MdgChartCard *facility_trend_card;
  MdgChartCard *distribution_card;
  MdgChartCard *regions_card;
  MdgChartCard *rank_card;
  GtkLabel *count_caption;
  GtkColumnView *count_view;
  GtkWidget *lower_box;
  GtkLabel *source_label;

  guint tick_id;
  gboolean has_frame;
};

G_DEFINE_FINAL_TYPE (MdgOverviewPage, mdg_overview_page, ADW_TYPE_BIN)

static void
next_deck_cb (MdgOverviewPage *self)
{
  adw_dialog_present (ADW_DIALOG (mdg_next_deck_dialog_new ()), GTK_WIDGET (self));
}

static void
append_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

static const MdgObservation *
lookup (MdgFigures *figures,
        const MdgObservation *rate,
        MdgArea area,
        MdgFacilityType type,
        MdgMeasure measure)
{
  return mdg_figures_lookup (figures, rate->month, MDG_DAY_NONE, area, type, measure);
}

/*
 * The newest rate that the ministry itself has printed. A press report may tell of a later month,
 * but the headline is what all the figures around it stand on.
 */
static const MdgObservation *
find_headline (MdgFigures *figures, MdgArea area, MdgMeasure measure)
{
  g_autoptr (GArray) series = mdg_figures_get_series (figures, area, MDG_FACILITY_ALL, measure);

  for (guint i = series->len; i > 0; i--)
    {
      const MdgObservation *observation = &g_array_index (series, MdgObservation, i - 1);

      if (observation->quality >= MDG_QUALITY_PRINTED)
        return mdg_figures_lookup (figures, observation->month, observation->as_of, area,
                                   MDG_FACILITY_ALL, measure);
    }

  return mdg_figures_lookup_latest (figures, area, MDG_FACILITY_ALL, measure);
}

/* A figure that is newer than the headline, and what kind of figure it is. */
static void
append_newer (GString *text, MdgFigures *figures, const MdgObservation *headline)
{
  const MdgObservation *latest =
    mdg_figures_lookup_latest (figures, headline->area, headline->facility_type, headline->measure);
  g_autofree char *value = NULL;
  g_autofree char *month = NULL;

  if (latest == NULL || latest->month <= headline->month)
    return;

  value = mdg_format_value_full (latest);
  month = mdg_format_month (latest->month);
  /* Translators: a month, its rate, and what stands behind it, e.g. “secondary”. */
  append_line (text, g_strdup_printf (_ ("%s: %s (%s)"), month, value,
                                      mdg_quality_get_label (latest->quality)));
  if (latest->doubt != MDG_DOUBT_NONE)
    append_line (text, g_strdup (mdg_doubt_get_description (latest->doubt)));
}

static void
append_change (GString *text, MdgFigures *figures, const MdgObservation *rate)
{
  const MdgObservation *change =
    lookup (figures, rate, rate->area, rate->facility_type, MDG_MEASURE_CHANGE_POINTS);

  if (change != NULL)
    {
      g_autofree char *points = mdg_format_points (change->value);
      g_autofree char *before = mdg_format_month (rate->month - 1);

      /* Translators: a change such as “+1.52 points”, and the month before. */
      append_line (text, g_strdup_printf (_ ("%s since %s"), points, before));
    }
}

static void
show_nation (MdgOverviewPage *self, MdgFigures *figures)
{
  const MdgObservation *rate =
    find_headline (figures, MDG_AREA_NATIONAL, MDG_MEASURE_USAGE_RATE_ONLINE);
  g_autoptr (GString) detail = g_string_new (NULL);

  mdg_stat_card_set_figure (self->online_card, figures, rate);
  if (rate != NULL)
    {
      append_change (detail, figures, rate);
      append_newer (detail, figures, rate);
    }
  mdg_stat_card_set_detail (self->online_card, detail->str);
}

static void
append_home_facility (GString *text,
                      MdgFigures *figures,
                      const MdgObservation *rate,
                      MdgFacilityType type)
{
  const MdgObservation *own;
  g_autofree char *value = NULL;

  if (type == MDG_FACILITY_ALL)
    return;

  own = lookup (figures, rate, rate->area, type, MDG_MEASURE_USAGE_RATE_ONLINE);
  if (own == NULL)
    return;

  value = mdg_format_percent (own->value);
  /* Translators: a facility type, and the rate of its facilities in my prefecture. */
  append_line (text, g_strdup_printf (_ ("%s: %s"), mdg_facility_type_get_label (type), value));
}

static void
show_home (MdgOverviewPage *self, MdgFigures *figures)
{
  MdgArea area = mdg_figure_model_get_home_area (self->model);
  const MdgObservation *rate = NULL;
  g_autoptr (GString) detail = g_string_new (NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->home_card), area != MDG_AREA_NONE);
  if (area == MDG_AREA_NONE)
    return;

  rate = find_headline (figures, area, MDG_MEASURE_USAGE_RATE_ONLINE);
  if (rate != NULL)
    {
      const MdgObservation *rank = lookup (figures, rate, area, MDG_FACILITY_ALL, MDG_MEASURE_RANK);

      append_change (detail, figures, rate);
      if (rank != NULL)
        {
          g_autofree char *place = mdg_format_rank ((guint) rank->value.digits);

          append_line (detail,
                       g_strdup_printf (_ ("%s of %d prefectures"), place, MDG_N_PREFECTURES));
        }
      append_home_facility (detail, figures, rate,
                            mdg_figure_model_get_home_facility_type (self->model));
    }

  mdg_stat_card_set_title (self->home_card, mdg_area_get_label (area, mdg_language_get ()));
  mdg_stat_card_set_figure (self->home_card, figures, rate);
  mdg_stat_card_set_detail (self->home_card, detail->str);
  mdg_stat_card_set_link (self->home_card, _ ("Open Profile"), "win.show-prefecture",
                          g_variant_new_string (mdg_area_get_code (area)));
}

static void
show_claims (MdgOverviewPage *self, MdgFigures *figures)
{
  const MdgObservation *rate =
    find_headline (figures, MDG_AREA_NATIONAL, MDG_MEASURE_USAGE_RATE_CLAIMS);
  g_autoptr (GString) detail = g_string_new (NULL);

  mdg_stat_card_set_figure (self->claims_card, figures, rate);
  if (rate != NULL)
    append_newer (detail, figures, rate);
  mdg_stat_card_set_detail (self->claims_card, detail->str);
}

static void
show_counts (MdgOverviewPage *self, MdgFigures *figures)
{
  const MdgObservation *count = mdg_figures_lookup_latest (
    figures, MDG_AREA_NATIONAL, MDG_FACILITY_HOSPITAL, MDG_MEASURE_VERIFICATION_COUNT);
  MdgMonth month = count != NULL ? count->month : MDG_MONTH_NONE;
  g_autofree char *text = count != NULL ? mdg_format_month (month) : g_strdup (_ ("Not known"));

  gtk_label_set_label (self->count_caption, text);
  for (MdgFacilityType type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      g_autoptr (MdgFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->counts), type);

      mdg_figure_row_update (row, figures, month, MDG_AREA_NATIONAL, type,
                             MDG_MEASURE_VERIFICATION_COUNT, 0);
    }
}

static void
show_charts (MdgOverviewPage *self, MdgFigures *figures)
{
  g_autoptr (MdgChartScene) trend = mdg_chart_trend_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE,
                                                         MDG_FACILITY_ALL, MDG_AREA_NATIONAL);
  g_autoptr (MdgChartScene) facilities =
    mdg_chart_facility_types_new (figures, MDG_MONTH_NONE, MDG_AREA_NATIONAL);
  g_autoptr (MdgChartScene) funnel = mdg_chart_funnel_new (figures, MDG_MONTH_NONE);
  g_autoptr (MdgChartScene) claims = mdg_chart_trend_new (figures, MDG_MEASURE_USAGE_RATE_CLAIMS,
                                                          MDG_FACILITY_ALL, MDG_AREA_NATIONAL);
  g_autoptr (MdgChartScene) bands = mdg_chart_usage_bands_new (figures);

  mdg_chart_card_set_scene (self->trend_card, trend);
  mdg_chart_card_set_scene (self->facility_card, facilities);
  mdg_chart_card_set_scene (self->funnel_card, funnel);
  mdg_chart_card_set_scene (self->claims_trend_card, claims);
  mdg_chart_card_set_scene (self->bands_card, bands);
}

/* Previous ranks are printed for the four facility types: one's own, or hospitals. */
static MdgFacilityType
get_rank_type (MdgOverviewPage *self)
{
  MdgFacilityType type = mdg_figure_model_get_home_facility_type (self->model);

  return type >= MDG_FACILITY_HOSPITAL && type <= MDG_FACILITY_PHARMACY ? type
                                                                        : MDG_FACILITY_HOSPITAL;
}

/* What is far below is not made before it can be seen. */
static void
show_comparisons (MdgOverviewPage *self, MdgFigures *figures)
{
  MdgArea home = mdg_figure_model_get_home_area (self->model);
  g_autoptr (MdgChartScene) trend = NULL;
  g_autoptr (MdgChartScene) distribution = NULL;
  g_autoptr (MdgChartScene) regions = NULL;
  g_autoptr (MdgChartScene) ranks = NULL;

  if (!gtk_widget_get_visible (self->lower_box))
    return;

  trend = mdg_chart_facility_trend_new (figures, MDG_AREA_NATIONAL);
  distribution = mdg_chart_distribution_new (figures, MDG_MONTH_NONE, MDG_MEASURE_USAGE_RATE_ONLINE,
                                             MDG_FACILITY_ALL, home);
  regions = mdg_chart_regions_new (figures, MDG_MONTH_NONE, MDG_MEASURE_USAGE_RATE_ONLINE,
                                   MDG_FACILITY_ALL, home);
  ranks = mdg_chart_rank_change_new (figures, MDG_MONTH_NONE, get_rank_type (self), home);
  mdg_chart_card_set_scene (self->facility_trend_card, trend);
  mdg_chart_card_set_scene (self->distribution_card, distribution);
  mdg_chart_card_set_scene (self->regions_card, regions);
  mdg_chart_card_set_scene (self->rank_card, ranks);
}

static void
prefecture_activated_cb (MdgOverviewPage *self, const char *id)
{
  MdgArea area;

  if (mdg_area_from_code (id, &area) && mdg_area_is_prefecture (area))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-prefecture", "s",
                                mdg_area_get_code (area));
}

/*
 * A deck's text does not say when it was published. The end of the month that it reports on is then
 * the nearest day that is known.
 */
static char *
describe_age (const MdgEdition *edition, const MdgObservation *headline, MdgDay today, guint *age)
{
  MdgDay from =
    edition->published != MDG_DAY_NONE ? edition->published : mdg_month_last_day (headline->month);
  g_autofree char *day = mdg_format_day (from);

  *age = today > from ? today - from : 0;
  if (edition->published != MDG_DAY_NONE)
    return g_strdup_printf (ngettext ("The newest figures here were published %u day ago (%s).",
                                      "The newest figures here were published %u days ago (%s).",
                                      *age),
                            *age, day);
  return g_strdup_printf (ngettext ("The newest figures here reach to %s, %u day ago.",
                                    "The newest figures here reach to %s, %u days ago.", *age),
                          day, *age);
}

static void
show_age (MdgOverviewPage *self, MdgFigures *figures)
{
  const MdgObservation *headline =
    find_headline (figures, MDG_AREA_NATIONAL, MDG_MEASURE_USAGE_RATE_ONLINE);
  const MdgEdition *edition;
  g_autofree char *age_text = NULL;
  g_autofree char *source = NULL;
  guint age;

  if (headline == NULL)
    {
      adw_banner_set_revealed (self->age_banner, FALSE);
      gtk_label_set_label (self->source_label, "");
      return;
    }

  edition = mdg_figures_get_edition (figures, headline->edition);
  age_text = describe_age (edition, headline, mdg_clock_get_today (mdg_clock_get_default ()), &age);
  /* Translators: the title of a publication, and a sentence that says how old its figures are. */
  source = g_strdup_printf (_ ("%s. %s"), edition->title, age_text);
  gtk_label_set_label (self->source_label, source);
  adw_banner_set_title (self->age_banner, age_text);
  adw_banner_set_revealed (self->age_banner, age > OLD_AFTER_DAYS);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MdgOverviewPage *self = MDG_OVERVIEW_PAGE (widget);

  if (!self->has_frame)
    {
      self->has_frame = TRUE;
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  gtk_widget_set_visible (self->lower_box, TRUE);
  show_comparisons (self, mdg_figure_model_get_figures (self->model));

  return G_SOURCE_REMOVE;
}

/* The first frame does not wait for what is mostly below it, and half of the work of the page. */
static void
show_lower_later (MdgOverviewPage *self)
{
  if (self->tick_id == 0 && !gtk_widget_get_visible (self->lower_box))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
update (MdgOverviewPage *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);

  if (figures == NULL || mdg_figures_get_n (figures) == 0)
    {
      adw_banner_set_revealed (self->age_banner, FALSE);
      gtk_stack_set_visible_child_name (self->stack, figures == NULL ? "loading" : "empty");
      return;
    }

  show_nation (self, figures);
  show_home (self, figures);
  show_claims (self, figures);
  show_counts (self, figures);
  show_charts (self, figures);
  show_comparisons (self, figures);
  show_age (self, figures);
  gtk_stack_set_visible_child_name (self->stack, "figures");
  show_lower_later (self);
}

static void
home_changed_cb (MdgOverviewPage *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);

  if (figures != NULL)
    {
      show_home (self, figures);
      show_comparisons (self, figures);
    }
}

static void
today_changed_cb (MdgOverviewPage *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);

  if (figures != NULL)
    show_age (self, figures);
}

static void
mdg_overview_page_dispose (GObject *object)
{
  MdgOverviewPage *self = MDG_OVERVIEW_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->counts);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (mdg_overview_page_parent_class)->dispose (object);
}

static void
mdg_overview_page_class_init (MdgOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_overview_page_dispose;

  g_type_ensure (MDG_TYPE_CARD_ROW);
  g_type_ensure (MDG_TYPE_CHART_CARD);
  g_type_ensure (MDG_TYPE_STAT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, age_banner);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, online_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, home_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, claims_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, trend_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, facility_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, funnel_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, claims_trend_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, bands_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, facility_trend_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, distribution_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, regions_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, rank_card);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, count_caption);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, count_view);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, lower_box);
  gtk_widget_class_bind_template_child (widget_class, MdgOverviewPage, source_label);
  gtk_widget_class_bind_template_callback (widget_class, next_deck_cb);
  gtk_widget_class_bind_template_callback (widget_class, prefecture_activated_cb);
}

static void
fill_count_view (MdgOverviewPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->counts = g_list_store_new (MDG_TYPE_FIGURE_ROW);
  for (MdgFacilityType type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      g_autoptr (MdgFigureRow) row = mdg_figure_row_new (MDG_AREA_NATIONAL, type);

      g_list_store_append (self->counts, row);
    }

  mdg_column_add (self->count_view, C_ ("column", "Facility Type"), "facility-label",
                  MDG_COLUMN_EXPAND, MDG_COLUMN_UNSORTED);
  mdg_column_add (self->count_view, C_ ("column", "With Card"), "mnc-count-text",
                  MDG_COLUMN_NUMBER | MDG_COLUMN_STRONG, MDG_COLUMN_UNSORTED);
  mdg_column_add (self->count_view, C_ ("column", "Old Card"), "insurance-card-count-text",
                  MDG_COLUMN_NUMBER, MDG_COLUMN_UNSORTED);
  mdg_column_add (self->count_view, C_ ("column", "All"), "verification-count-text",
                  MDG_COLUMN_NUMBER, MDG_COLUMN_UNSORTED);

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->counts)));
  gtk_column_view_set_model (self->count_view, GTK_SELECTION_MODEL (selection));
}

static void
mdg_overview_page_init (MdgOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_count_view (self);
}

/**
 * mdg_overview_page_new:
 * @model: what is looked at
 *
 * Returns: (transfer floating): a new page
 */
MdgOverviewPage *
mdg_overview_page_new (MdgFigureModel *model)
{
  MdgOverviewPage *self;

  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (model), NULL);

  self = g_object_new (MDG_TYPE_OVERVIEW_PAGE, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "notify::figures", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::home-area", G_CALLBACK (home_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::home-facility-type", G_CALLBACK (home_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mdg_clock_get_default (), "notify::today", G_CALLBACK (today_changed_cb),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
