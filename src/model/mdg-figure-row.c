/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/mdg-figure-row.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "model/mdg-provenance.h"

#define UNKNOWN_TEXT "–"

struct _MdgFigureRow
{
  GObject parent_instance;

  MdgArea area;
  MdgFacilityType facility_type;
  MdgMeasure measure;

  /* Keeps the observations below alive. */
  MdgFigures *figures;
  const MdgObservation *observations[MDG_N_MEASURES];
  const MdgObservation *national;
  guint rank;
};

enum
{
  PROP_0,
  PROP_AREA_LABEL,
  PROP_FACILITY_LABEL,
  PROP_RANK,
  PROP_VALUE_TEXT,
  PROP_VALUE_FULL_TEXT,
  PROP_RANK_TEXT,
  PROP_RANK_PREVIOUS_TEXT,
  PROP_MOVEMENT_TEXT,
  PROP_CHANGE_TEXT,
  PROP_MNC_COUNT_TEXT,
  PROP_INSURANCE_CARD_COUNT_TEXT,
  PROP_VERIFICATION_COUNT_TEXT,
  PROP_NATIONAL_TEXT,
  PROP_DIFFERENCE_TEXT,
  PROP_QUALITY_TEXT,
  PROP_QUALITY_ICON,
  PROP_SOURCE_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgFigureRow, mdg_figure_row, G_TYPE_OBJECT)

static char *
format_measure (MdgFigureRow *self, MdgMeasure measure)
{
  const MdgObservation *observation = self->observations[measure];

  if (observation == NULL)
    return g_strdup (UNKNOWN_TEXT);

  return mdg_format_value (measure, observation->value);
}

static char *
format_rank (MdgFigureRow *self)
{
  if (self->rank == 0)
    return g_strdup (UNKNOWN_TEXT);

  return g_strdup_printf ("%u", self->rank);
}

static char *
format_movement (MdgFigureRow *self)
{
  int movement = mdg_figure_row_get_movement (self);

  if (self->rank == 0 || self->observations[MDG_MEASURE_RANK_PREVIOUS] == NULL)
    return g_strdup (UNKNOWN_TEXT);
  if (movement == 0)
    return g_strdup ("=");

  return g_strdup_printf ("%s%d", movement > 0 ? "▲" : "▼", ABS (movement));
}

static char *
format_difference (MdgFigureRow *self)
{
  MdgDecimal difference;

  if (!mdg_figure_row_get_difference (self, &difference))
    return g_strdup (UNKNOWN_TEXT);

  return mdg_format_decimal (difference, TRUE);
}

static char *
format_quality (MdgFigureRow *self)
{
  const MdgObservation *observation = mdg_figure_row_get_value (self);

  if (observation == NULL)
    return g_strdup (_ ("Not known"));

  return g_strdup (mdg_quality_get_label (observation->quality));
}

static const char *
get_quality_icon (MdgFigureRow *self)
{
  const MdgObservation *observation = mdg_figure_row_get_value (self);

  return observation != NULL ? mdg_provenance_get_icon_name (observation->quality) : NULL;
}

static char *
format_source (MdgFigureRow *self)
{
  const MdgObservation *observation = mdg_figure_row_get_value (self);

  if (observation == NULL)
    return g_strdup (_ ("No publication here gives this figure."));

  return mdg_provenance_describe (self->figures, observation);
}

static void
mdg_figure_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgFigureRow *self = MDG_FIGURE_ROW (object);

  switch (property_id)
    {
    case PROP_AREA_LABEL:
      g_value_set_string (value, mdg_area_get_label (self->area, mdg_language_get ()));
      break;

    case PROP_FACILITY_LABEL:
      g_value_set_string (value, mdg_facility_type_get_label (self->facility_type));
      break;

    case PROP_RANK:
      g_value_set_uint (value, self->rank);
      break;

    case PROP_VALUE_TEXT:
      g_value_take_string (value, format_measure (self, self->measure));
      break;

    case PROP_VALUE_FULL_TEXT:
      if (mdg_figure_row_get_value (self) != NULL)
        g_value_take_string (value, mdg_format_value_full (mdg_figure_row_get_value (self)));
      else
        g_value_set_static_string (value, UNKNOWN_TEXT);
      break;

    case PROP_RANK_TEXT:
      g_value_take_string (value, format_rank (self));
      break;

    case PROP_RANK_PREVIOUS_TEXT:
      g_value_take_string (value, format_measure (self, MDG_MEASURE_RANK_PREVIOUS));
      break;

    case PROP_MOVEMENT_TEXT:
      g_value_take_string (value, format_movement (self));
      break;

    case PROP_CHANGE_TEXT:
      g_value_take_string (value, format_measure (self, MDG_MEASURE_CHANGE_POINTS));
      break;

    case PROP_MNC_COUNT_TEXT:
      g_value_take_string (value, format_measure (self, MDG_MEASURE_MNC_COUNT));
      break;

    case PROP_INSURANCE_CARD_COUNT_TEXT:
      g_value_take_string (value, format_measure (self, MDG_MEASURE_INSURANCE_CARD_COUNT));
      break;

    case PROP_VERIFICATION_COUNT_TEXT:
      g_value_take_string (value, format_measure (self, MDG_MEASURE_VERIFICATION_COUNT));
      break;

    case PROP_NATIONAL_TEXT:
      if (self->national != NULL)
        g_value_take_string (value, mdg_format_value (self->measure, self->national->value));
      else
        g_value_set_static_string (value, UNKNOWN_TEXT);
      break;

    case PROP_DIFFERENCE_TEXT:
      g_value_take_string (value, format_difference (self));
      break;

    case PROP_QUALITY_TEXT:
      g_value_take_string (value, format_quality (self));
      break;

    case PROP_QUALITY_ICON:
      g_value_set_static_string (value, get_quality_icon (self));
      break;

    case PROP_SOURCE_TEXT:
      g_value_take_string (value, format_source (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_figure_row_finalize (GObject *object)
{
  MdgFigureRow *self = MDG_FIGURE_ROW (object);

  g_clear_pointer (&self->figures, mdg_figures_unref);

  G_OBJECT_CLASS (mdg_figure_row_parent_class)->finalize (object);
}

static void
install_text (guint property_id, const char *name)
{
  properties[property_id] =
    g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
mdg_figure_row_class_init (MdgFigureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mdg_figure_row_get_property;
  object_class->finalize = mdg_figure_row_finalize;

  properties[PROP_RANK] = g_param_spec_uint ("rank", NULL, NULL, 0, MDG_N_PREFECTURES, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_text (PROP_AREA_LABEL, "area-label");
  install_text (PROP_FACILITY_LABEL, "facility-label");
  install_text (PROP_VALUE_TEXT, "value-text");
  install_text (PROP_VALUE_FULL_TEXT, "value-full-text");
  install_text (PROP_RANK_TEXT, "rank-text");
  install_text (PROP_RANK_PREVIOUS_TEXT, "rank-previous-text");
  install_text (PROP_MOVEMENT_TEXT, "movement-text");
  install_text (PROP_CHANGE_TEXT, "change-text");
  install_text (PROP_MNC_COUNT_TEXT, "mnc-count-text");
  install_text (PROP_INSURANCE_CARD_COUNT_TEXT, "insurance-card-count-text");
  install_text (PROP_VERIFICATION_COUNT_TEXT, "verification-count-text");
  install_text (PROP_NATIONAL_TEXT, "national-text");
  install_text (PROP_DIFFERENCE_TEXT, "difference-text");
  install_text (PROP_QUALITY_TEXT, "quality-text");
  install_text (PROP_QUALITY_ICON, "quality-icon");
  install_text (PROP_SOURCE_TEXT, "source-text");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_figure_row_init (MdgFigureRow *self)
{
  self->area = MDG_AREA_NONE;
}

/**
 * mdg_figure_row_new:
 * @area: an area
 * @facility_type: a facility type
 *
 * Creates a row that knows nothing until mdg_figure_row_update() is called.
 *
 * Returns: (transfer full): a new row
 */
MdgFigureRow *
mdg_figure_row_new (MdgArea area, MdgFacilityType facility_type)
{
  MdgFigureRow *self = g_object_new (MDG_TYPE_FIGURE_ROW, NULL);

  self->area = area;
  self->facility_type = facility_type;

  return self;
}

/**
 * mdg_figure_row_get_area:
 * @self: a #MdgFigureRow
 *
 * Returns: the row's area
 */
MdgArea
mdg_figure_row_get_area (MdgFigureRow *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), MDG_AREA_NONE);

  return self->area;
}

/**
 * mdg_figure_row_get_facility_type:
 * @self: a #MdgFigureRow
 *
 * Returns: the row's facility type
 */
MdgFacilityType
mdg_figure_row_get_facility_type (MdgFigureRow *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), MDG_FACILITY_ALL);

  return self->facility_type;
}

/**
 * mdg_figure_row_get_observation:
 * @self: a #MdgFigureRow
 * @measure: a measure
 *
 * Returns: (transfer none) (nullable): what is known of @measure, valid until the next update
 */
const MdgObservation *
mdg_figure_row_get_observation (MdgFigureRow *self, MdgMeasure measure)
{
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), NULL);
  g_return_val_if_fail (measure < MDG_N_MEASURES, NULL);

  return self->observations[measure];
}

/**
 * mdg_figure_row_get_value:
 * @self: a #MdgFigureRow
 *
 * Returns: (transfer none) (nullable): what is known of the measure the row is about, valid until
 *   the next update
 */
const MdgObservation *
mdg_figure_row_get_value (MdgFigureRow *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), NULL);

  return self->observations[self->measure];
}

/**
 * mdg_figure_row_get_rank:
 * @self: a #MdgFigureRow
 *
 * Returns: the rank among the 47 prefectures, 1 for the highest; 0 if it is not known
 */
guint
mdg_figure_row_get_rank (MdgFigureRow *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), 0);

  return self->rank;
}

/**
 * mdg_figure_row_get_movement:
 * @self: a #MdgFigureRow
 *
 * Returns: by how many ranks the area rose since the month before, negative if it fell; 0 also if
 *   either rank is not known
 */
int
mdg_figure_row_get_movement (MdgFigureRow *self)
{
  const MdgObservation *previous;

  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), 0);

  previous = self->observations[MDG_MEASURE_RANK_PREVIOUS];
  if (previous == NULL || self->rank == 0)
    return 0;

  return (int) previous->value.digits - (int) self->rank;
}

/**
 * mdg_figure_row_get_difference:
 * @self: a #MdgFigureRow
 * @difference: (out): the row's value minus the nation's, in the measure's unit
 *
 * Returns: %TRUE if both are known
 */
gboolean
mdg_figure_row_get_difference (MdgFigureRow *self, MdgDecimal *difference)
{
  const MdgObservation *value;

  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), FALSE);
  g_return_val_if_fail (difference != NULL, FALSE);

  value = mdg_figure_row_get_value (self);
  if (value == NULL || self->national == NULL)
    return FALSE;

  return mdg_decimal_subtract (value->value, self->national->value, difference);
}

/**
 * mdg_figure_row_update:
 * @self: a #MdgFigureRow
 * @figures: (nullable): the figures
 * @month: the month looked at
 * @area: the row's area
 * @facility_type: the row's facility type
 * @measure: the measure the row is about
 * @order: place among the 47 prefectures by @measure, or 0 if there is none; a rank by the usage
 *   rate comes from the figures instead
 *
 * Reads everything anew from @figures, and notifies of all properties at once.
 */
void
mdg_figure_row_update (MdgFigureRow *self,
                       MdgFigures *figures,
                       MdgMonth month,
                       MdgArea area,
                       MdgFacilityType facility_type,
                       MdgMeasure measure,
                       guint order)
{
  g_return_if_fail (MDG_IS_FIGURE_ROW (self));
  g_return_if_fail (measure < MDG_N_MEASURES);

  if (figures != NULL)
    mdg_figures_ref (figures);
  g_clear_pointer (&self->figures, mdg_figures_unref);
  self->figures = figures;

  self->area = area;
  self->facility_type = facility_type;
  self->measure = measure;
  self->national = NULL;
  self->rank = order;

  for (MdgMeasure m = 0; m < MDG_N_MEASURES; m++)
    self->observations[m] =
      figures != NULL && area != MDG_AREA_NONE
        ? mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, facility_type, m)
        : NULL;

  if (figures != NULL)
    self->national =
      mdg_figures_lookup (figures, month, MDG_DAY_NONE, MDG_AREA_NATIONAL, facility_type, measure);

  if (measure == MDG_MEASURE_USAGE_RATE_ONLINE)
    {
      const MdgObservation *rank = self->observations[MDG_MEASURE_RANK];

      self->rank = rank != NULL ? (guint) rank->value.digits : 0;
    }

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * mdg_figure_row_matches:
 * @self: a #MdgFigureRow
 * @query: what was typed: kanji, kana or romaji
 *
 * Returns: %TRUE if @query is part of the name of the row's area
 */
gboolean
mdg_figure_row_matches (MdgFigureRow *self, const char *query)
{
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (self), FALSE);

  return query == NULL || *query == '\0' || mdg_area_matches (self->area, query);
}

/* Not known counts as smallest. */
static int
compare_measure (MdgFigureRow *a, MdgFigureRow *b, MdgMeasure measure)
{
  const MdgObservation *x = a->observations[measure];
  const MdgObservation *y = b->observations[measure];

  if (x == NULL || y == NULL)
    return (x != NULL) - (y != NULL);

  return mdg_decimal_compare (x->value, y->value);
}

static int
compare_rank (guint a, guint b)
{
  if (a == 0 || b == 0)
    return (a == 0) - (b == 0);

  return (a > b) - (a < b);
}

/**
 * mdg_figure_row_compare:
 * @a: a row
 * @b: another row
 * @key: what to compare
 *
 * Returns: less than 0, 0 or greater than 0
 */
int
mdg_figure_row_compare (MdgFigureRow *a, MdgFigureRow *b, MdgFigureRowKey key)
{
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (a), 0);
  g_return_val_if_fail (MDG_IS_FIGURE_ROW (b), 0);

  switch (key)
    {
    case MDG_FIGURE_ROW_KEY_AREA:
      return (a->area > b->area) - (a->area < b->area);

    case MDG_FIGURE_ROW_KEY_KNOWN:
      return (mdg_figure_row_get_value (a) == NULL) - (mdg_figure_row_get_value (b) == NULL);

    case MDG_FIGURE_ROW_KEY_RANK:
      return compare_rank (a->rank, b->rank);

    case MDG_FIGURE_ROW_KEY_RANK_PREVIOUS:
      return compare_measure (a, b, MDG_MEASURE_RANK_PREVIOUS);

    case MDG_FIGURE_ROW_KEY_MOVEMENT:
      return mdg_figure_row_get_movement (a) - mdg_figure_row_get_movement (b);

    case MDG_FIGURE_ROW_KEY_VALUE:
      return compare_measure (a, b, a->measure);

    case MDG_FIGURE_ROW_KEY_CHANGE:
      return compare_measure (a, b, MDG_MEASURE_CHANGE_POINTS);

    case MDG_FIGURE_ROW_KEY_MNC_COUNT:
      return compare_measure (a, b, MDG_MEASURE_MNC_COUNT);

    case MDG_FIGURE_ROW_KEY_VERIFICATION_COUNT:
      return compare_measure (a, b, MDG_MEASURE_VERIFICATION_COUNT);

    case MDG_FIGURE_ROW_KEY_QUALITY:
      {
        const MdgObservation *x = mdg_figure_row_get_value (a);
        const MdgObservation *y = mdg_figure_row_get_value (b);

        return (x != NULL ? x->quality : -1) - (y != NULL ? y->quality : -1);
      }

    default:
      g_return_val_if_reached (0);
    }
}
