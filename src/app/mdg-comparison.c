/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-comparison.h"

#include "app/mdg-class-settings.h"

#define KEY_COMPARE "compare"
#define KEY_SCOPE "compare-scope"
#define KEY_SAME_SCALE "compare-same-scale"

struct _MdgComparison
{
  GObject parent_instance;

  MdgFigureModel *first;
  MdgFigureModel *second;
  GSettings *settings;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgComparison, mdg_comparison, G_TYPE_OBJECT)

/* The month before, if all prefectures are known in it, or else the last one before that has any;
 * of what is known for one month only, another type of facility. */
static void
choose_other (MdgFigures *figures, MdgScope *scope)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, scope->facility_type, scope->measure);
  MdgMonth chosen = MDG_MONTH_NONE;

  for (guint i = months->len; i > 0; i--)
    {
      MdgMonth month = g_array_index (months, MdgMonth, i - 1);
      const MdgObservation *values[MDG_N_AREAS];

      if (month >= scope->month)
        continue;
      if (chosen == MDG_MONTH_NONE)
        chosen = month;
      if (mdg_figures_get_areas (figures, month, scope->facility_type, scope->measure, values) ==
          MDG_N_PREFECTURES)
        {
          chosen = month;
          break;
        }
    }

  if (chosen != MDG_MONTH_NONE)
    scope->month = chosen;
  else
    scope->facility_type =
      scope->facility_type == MDG_FACILITY_ALL ? MDG_FACILITY_HOSPITAL : MDG_FACILITY_ALL;
}

static void
restore (MdgComparison *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, KEY_SCOPE);
  MdgScope scope = *mdg_figure_model_get_scope (self->first);
  MdgArea area = scope.area;
  MdgFigures *figures = mdg_figure_model_get_figures (self->first);

  if (figures == NULL)
    return;

  if (*text == '\0' || !mdg_scope_from_string (text, &scope))
    choose_other (figures, &scope);
  scope.area = area;
  mdg_figure_model_set_scope (self->second, &scope);
}

static void
emit_changed (MdgComparison *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
figures_cb (MdgComparison *self)
{
  gboolean is_new = mdg_figure_model_get_figures (self->second) == NULL;

  mdg_figure_model_set_figures (self->second, mdg_figure_model_get_figures (self->first));
  if (is_new)
    restore (self);
}

static void
first_scope_cb (MdgComparison *self)
{
  mdg_figure_model_set_area (self->second, mdg_figure_model_get_scope (self->first)->area);
  emit_changed (self);
}

/* One prefecture is selected on both, and what the second shows is remembered. */
static void
second_scope_cb (MdgComparison *self)
{
  const MdgScope *scope = mdg_figure_model_get_scope (self->second);

  /* What is looked at is not chosen by a model that nobody sees. */
  if (!mdg_comparison_is_active (self))
    return;

  if (mdg_figure_model_get_figures (self->second) != NULL)
    {
      g_autofree char *text = mdg_scope_to_string (scope);

      g_settings_set_string (self->settings, KEY_SCOPE, text);
    }
  mdg_figure_model_set_area (self->first, scope->area);
  emit_changed (self);
}

static void
compare_cb (MdgComparison *self)
{
  if (mdg_comparison_is_active (self))
    restore (self);
  emit_changed (self);
}

static void
mdg_comparison_dispose (GObject *object)
{
  MdgComparison *self = MDG_COMPARISON (object);

  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mdg_comparison_parent_class)->dispose (object);
}

static void
mdg_comparison_class_init (MdgComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mdg_comparison_dispose;

  /**
   * MdgComparison::changed:
   *
   * Two maps are compared, or no longer, or others, or on another scale.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_comparison_init (MdgComparison *self)
{
  self->second = mdg_figure_model_new ();
}

/**
 * mdg_comparison_new:
 * @first: what is looked at
 * @settings: where it is kept whether two maps are compared, with what, and how
 *
 * Returns: (transfer full): a comparison
 */
MdgComparison *
mdg_comparison_new (MdgFigureModel *first, GSettings *settings)
{
  MdgComparison *self;

  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (first), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MDG_TYPE_COMPARISON, NULL);
  self->first = g_object_ref (first);
  self->settings = g_object_ref (settings);

  g_object_bind_property (first, "home-area", self->second, "home-area", G_BINDING_SYNC_CREATE);
  figures_cb (self);
  g_signal_connect_object (first, "notify::figures", G_CALLBACK (figures_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (first, "notify::scope", G_CALLBACK (first_scope_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->second, "notify::scope", G_CALLBACK (second_scope_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY_COMPARE, G_CALLBACK (compare_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY_SAME_SCALE, G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mdg_comparison_get_second:
 * @self: a comparison
 *
 * Returns: (transfer none): what the first is compared with
 */
MdgFigureModel *
mdg_comparison_get_second (MdgComparison *self)
{
  g_return_val_if_fail (MDG_IS_COMPARISON (self), NULL);

  return self->second;
}

/**
 * mdg_comparison_is_active:
 * @self: a comparison
 *
 * Returns: whether two maps are shown
 */
gboolean
mdg_comparison_is_active (MdgComparison *self)
{
  g_return_val_if_fail (MDG_IS_COMPARISON (self), FALSE);

  return g_settings_get_boolean (self->settings, KEY_COMPARE);
}

/**
 * mdg_comparison_can_share_scale:
 * @self: a comparison
 *
 * Returns: whether both maps show the same measure, and so in the same unit and on the same basis
 */
gboolean
mdg_comparison_can_share_scale (MdgComparison *self)
{
  g_return_val_if_fail (MDG_IS_COMPARISON (self), FALSE);

  return mdg_figure_model_get_scope (self->first)->measure ==
         mdg_figure_model_get_scope (self->second)->measure;
}

/**
 * mdg_comparison_shares_scale:
 * @self: a comparison
 *
 * Returns: whether two maps are shown on which a colour stands for the same figures
 */
gboolean
mdg_comparison_shares_scale (MdgComparison *self)
{
  g_return_val_if_fail (MDG_IS_COMPARISON (self), FALSE);

  return mdg_comparison_is_active (self) && mdg_comparison_can_share_scale (self) &&
         g_settings_get_boolean (self->settings, KEY_SAME_SCALE);
}

/**
 * mdg_comparison_load_classes:
 * @self: a comparison
 * @model: the first model or the second
 * @classes: (out caller-allocates): how its map divides values
 *
 * Reads what is kept, to which belongs the other map on the same scale.
 */
void
mdg_comparison_load_classes (MdgComparison *self, MdgFigureModel *model, MdgClassOptions *classes)
{
  g_return_if_fail (MDG_IS_COMPARISON (self));
  g_return_if_fail (model == self->first || model == self->second);

  mdg_class_settings_load (self->settings, classes);
  if (!mdg_comparison_shares_scale (self))
    return;

  classes->pool |= MDG_CLASS_POOL_COMPANION;
  classes->companion =
    *mdg_figure_model_get_scope (model == self->first ? self->second : self->first);
}
