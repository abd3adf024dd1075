/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/mdg-figure-model.h"

struct _MdgFigureModel
{
  GObject parent_instance;

  MdgFigures *figures;
  MdgScope scope;
  MdgArea home_area;
  MdgFacilityType home_facility_type;
};

enum
{
  PROP_0,
  PROP_FIGURES,
  PROP_SCOPE,
  PROP_HOME_AREA,
  PROP_HOME_FACILITY_TYPE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgFigureModel, mdg_figure_model, G_TYPE_OBJECT)

/* Resolves @wish if there are figures to resolve it against; until then a wish is kept as it is. */
static MdgScopeChange
take_scope (MdgFigureModel *self, const MdgScope *wish)
{
  MdgScope resolved = *wish;
  MdgScopeChange change = MDG_SCOPE_UNCHANGED;

  if (self->figures != NULL)
    change = mdg_scope_resolve (wish, self->figures, &resolved);

  if (!mdg_scope_equal (&resolved, &self->scope))
    {
      self->scope = resolved;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
    }

  return change;
}

static void
mdg_figure_model_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgFigureModel *self = MDG_FIGURE_MODEL (object);

  switch (property_id)
    {
    case PROP_FIGURES:
      g_value_set_boxed (value, self->figures);
      break;

    case PROP_SCOPE:
      g_value_set_boxed (value, &self->scope);
      break;

    case PROP_HOME_AREA:
      g_value_set_uint (value, self->home_area);
      break;

    case PROP_HOME_FACILITY_TYPE:
      g_value_set_uint (value, self->home_facility_type);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_figure_model_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  MdgFigureModel *self = MDG_FIGURE_MODEL (object);

  switch (property_id)
    {
    case PROP_FIGURES:
      mdg_figure_model_set_figures (self, g_value_get_boxed (value));
      break;

    case PROP_SCOPE:
      if (g_value_get_boxed (value) != NULL)
        mdg_figure_model_set_scope (self, g_value_get_boxed (value));
      break;

    case PROP_HOME_AREA:
      mdg_figure_model_set_home_area (self, (MdgArea) g_value_get_uint (value));
      break;

    case PROP_HOME_FACILITY_TYPE:
      mdg_figure_model_set_home_facility_type (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_figure_model_finalize (GObject *object)
{
  MdgFigureModel *self = MDG_FIGURE_MODEL (object);

  g_clear_pointer (&self->figures, mdg_figures_unref);

  G_OBJECT_CLASS (mdg_figure_model_parent_class)->finalize (object);
}

static void
mdg_figure_model_class_init (MdgFigureModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_figure_model_get_property;
  object_class->set_property = mdg_figure_model_set_property;
  object_class->finalize = mdg_figure_model_finalize;

  properties[PROP_FIGURES] = g_param_spec_boxed ("figures", NULL, NULL, MDG_TYPE_FIGURES, flags);
  properties[PROP_SCOPE] = g_param_spec_boxed ("scope", NULL, NULL, MDG_TYPE_SCOPE, flags);
  properties[PROP_HOME_AREA] =
    g_param_spec_uint ("home-area", NULL, NULL, 0, MDG_AREA_NONE, MDG_AREA_NONE, flags);
  properties[PROP_HOME_FACILITY_TYPE] = g_param_spec_uint (
    "home-facility-type", NULL, NULL, 0, MDG_N_FACILITY_TYPES - 1, MDG_FACILITY_ALL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_figure_model_init (MdgFigureModel *self)
{
  self->scope = (MdgScope) {
    .month = MDG_MONTH_NONE,
    .measure = MDG_MEASURE_USAGE_RATE_ONLINE,
    .facility_type = MDG_FACILITY_ALL,
    .area = MDG_AREA_NATIONAL,
  };
  self->home_area = MDG_AREA_NONE;
  self->home_facility_type = MDG_FACILITY_ALL;
}

/**
 * mdg_figure_model_new:
 *
 * Creates a model without figures, looking at the usage rate of all facilities.
 *
 * Returns: (transfer full): a new model
 */
MdgFigureModel *
mdg_figure_model_new (void)
{
  return g_object_new (MDG_TYPE_FIGURE_MODEL, NULL);
}

/**
 * mdg_figure_model_get_figures:
 * @self: a #MdgFigureModel
 *
 * Returns: (transfer none) (nullable): the figures, or %NULL until the store is open
 */
MdgFigures *
mdg_figure_model_get_figures (MdgFigureModel *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (self), NULL);

  return self->figures;
}

/**
 * mdg_figure_model_set_figures:
 * @self: a #MdgFigureModel
 * @figures: (nullable): the figures
 *
 * Replaces the figures, and resolves the scope against them. Whoever listens to one of
 * "notify::figures" and "notify::scope" sees the new state of both.
 */
void
mdg_figure_model_set_figures (MdgFigureModel *self, MdgFigures *figures)
{
  MdgScope wish;

  g_return_if_fail (MDG_IS_FIGURE_MODEL (self));

  if (self->figures == figures)
    return;

  g_clear_pointer (&self->figures, mdg_figures_unref);
  if (figures != NULL)
    self->figures = mdg_figures_ref (figures);

  wish = self->scope;
  g_object_freeze_notify (G_OBJECT (self));
  take_scope (self, &wish);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURES]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * mdg_figure_model_get_scope:
 * @self: a #MdgFigureModel
 *
 * Returns: (transfer none): what is looked at
 */
const MdgScope *
mdg_figure_model_get_scope (MdgFigureModel *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (self), NULL);

  return &self->scope;
}

/**
 * mdg_figure_model_set_scope:
 * @self: a #MdgFigureModel
 * @wish: what to look at
 *
 * Looks at @wish, or at the nearest to it that there are figures for.
 *
 * Returns: which parts of @wish had to be changed
 */
MdgScopeChange
mdg_figure_model_set_scope (MdgFigureModel *self, const MdgScope *wish)
{
  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (self), MDG_SCOPE_UNCHANGED);
  g_return_val_if_fail (wish != NULL, MDG_SCOPE_UNCHANGED);

  return take_scope (self, wish);
}

/**
 * mdg_figure_model_set_area:
 * @self: a #MdgFigureModel
 * @area: a prefecture; anything else means that none is selected
 *
 * Selects @area and leaves the rest of the scope as it is. That none is selected is written
 * %MDG_AREA_NATIONAL.
 */
void
mdg_figure_model_set_area (MdgFigureModel *self, MdgArea area)
{
  MdgScope wish;

  g_return_if_fail (MDG_IS_FIGURE_MODEL (self));

  wish = self->scope;
  wish.area = mdg_area_is_prefecture (area) ? area : MDG_AREA_NATIONAL;
  take_scope (self, &wish);
}

/**
 * mdg_figure_model_get_home_area:
 * @self: a #MdgFigureModel
 *
 * Returns: my prefecture, or %MDG_AREA_NONE if it was not told
 */
MdgArea
mdg_figure_model_get_home_area (MdgFigureModel *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (self), MDG_AREA_NONE);

  return self->home_area;
}

/**
 * mdg_figure_model_set_home_area:
 * @self: a #MdgFigureModel
 * @area: a prefecture, or %MDG_AREA_NONE
 *
 * Sets my prefecture. What is no prefecture counts as %MDG_AREA_NONE.
 */
void
mdg_figure_model_set_home_area (MdgFigureModel *self, MdgArea area)
{
  g_return_if_fail (MDG_IS_FIGURE_MODEL (self));

  if (!mdg_area_is_prefecture (area))
    area = MDG_AREA_NONE;

  if (self->home_area == area)
    return;

  self->home_area = area;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOME_AREA]);
}

/**
 * mdg_figure_model_get_home_facility_type:
 * @self: a #MdgFigureModel
 *
 * Returns: my kind of facility; %MDG_FACILITY_ALL if it was not told
 */
MdgFacilityType
mdg_figure_model_get_home_facility_type (MdgFigureModel *self)
{
  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (self), MDG_FACILITY_ALL);

  return self->home_facility_type;
}

/**
 * mdg_figure_model_set_home_facility_type:
 * @self: a #MdgFigureModel
 * @type: a facility type
 *
 * Sets my kind of facility. What no facility can be counts as %MDG_FACILITY_ALL.
 */
void
mdg_figure_model_set_home_facility_type (MdgFigureModel *self, MdgFacilityType type)
{
  g_return_if_fail (MDG_IS_FIGURE_MODEL (self));

  if (type >= MDG_N_FACILITY_TYPES || mdg_facility_type_is_unassigned (type))
    type = MDG_FACILITY_ALL;

  if (self->home_facility_type == type)
    return;

  self->home_facility_type = type;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOME_FACILITY_TYPE]);
}
