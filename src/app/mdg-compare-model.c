/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-compare-model.h"

#define KEY_COMPARE "compare"
#define KEY_SCOPE "compare-scope"
#define DATA_SETTINGS "mdg-compare-settings"

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
restore (MdgFigureModel *second, MdgFigureModel *first, GSettings *settings)
{
  g_autofree char *text = g_settings_get_string (settings, KEY_SCOPE);
  MdgScope scope = *mdg_figure_model_get_scope (first);
  MdgArea area = scope.area;
  MdgFigures *figures = mdg_figure_model_get_figures (first);

  if (figures == NULL)
    return;

  if (*text == '\0' || !mdg_scope_from_string (text, &scope))
    choose_other (figures, &scope);
  scope.area = area;
  mdg_figure_model_set_scope (second, &scope);
}

static void
figures_cb (MdgFigureModel *second, GParamSpec *pspec, MdgFigureModel *first)
{
  gboolean is_new = mdg_figure_model_get_figures (second) == NULL;

  mdg_figure_model_set_figures (second, mdg_figure_model_get_figures (first));
  if (is_new)
    restore (second, first, g_object_get_data (G_OBJECT (second), DATA_SETTINGS));
}

static void
first_scope_cb (MdgFigureModel *second, GParamSpec *pspec, MdgFigureModel *first)
{
  mdg_figure_model_set_area (second, mdg_figure_model_get_scope (first)->area);
}

/* One prefecture is selected on both, and what the second shows is remembered. */
static void
second_scope_cb (MdgFigureModel *first, GParamSpec *pspec, MdgFigureModel *second)
{
  GSettings *settings = g_object_get_data (G_OBJECT (second), DATA_SETTINGS);
  const MdgScope *scope = mdg_figure_model_get_scope (second);

  /* What is looked at is not chosen by a model that nobody sees. */
  if (!g_settings_get_boolean (settings, KEY_COMPARE))
    return;

  if (mdg_figure_model_get_figures (second) != NULL)
    {
      g_autofree char *text = mdg_scope_to_string (scope);

      g_settings_set_string (settings, KEY_SCOPE, text);
    }
  mdg_figure_model_set_area (first, scope->area);
}

static void
compare_cb (MdgFigureModel *second, const char *key, GSettings *settings)
{
  if (g_settings_get_boolean (settings, KEY_COMPARE))
    restore (second, g_object_get_data (G_OBJECT (second), "mdg-compare-first"), settings);
}

/**
 * mdg_compare_model_new:
 * @first: what is looked at; outlives the new model
 * @settings: where it is remembered with what it is compared
 *
 * What @first is compared with: the same figures and the same prefecture, in a scope of its own.
 * If nothing is remembered that is known, that is the last month before which has all prefectures.
 *
 * Returns: (transfer full): a second model
 */
MdgFigureModel *
mdg_compare_model_new (MdgFigureModel *first, GSettings *settings)
{
  MdgFigureModel *second;

  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (first), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  second = mdg_figure_model_new ();
  g_object_set_data_full (G_OBJECT (second), DATA_SETTINGS, g_object_ref (settings),
                          g_object_unref);
  g_object_set_data (G_OBJECT (second), "mdg-compare-first", first);
  g_signal_connect_object (first, "notify::figures", G_CALLBACK (figures_cb), second,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (first, "notify::scope", G_CALLBACK (first_scope_cb), second,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY_COMPARE, G_CALLBACK (compare_cb), second,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (first, "home-area", second, "home-area", G_BINDING_SYNC_CREATE);
  figures_cb (second, NULL, first);
  g_signal_connect_object (second, "notify::scope", G_CALLBACK (second_scope_cb), first,
                           G_CONNECT_SWAPPED);

  return second;
}
