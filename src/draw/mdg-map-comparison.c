/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-comparison.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-language.h"

/* Only what is counted in the same unit, and on the same basis, can be taken from one another. */
static char *
dup_difference (MdgMapScene *first, MdgMapScene *second, MdgArea area)
{
  const MdgMapValue *a = mdg_map_scene_get_value (first, area);
  const MdgMapValue *b = mdg_map_scene_get_value (second, area);
  MdgMeasure measure = mdg_map_scene_get_scope (first)->measure;
  MdgDecimal difference;

  if (mdg_map_scene_get_scope (second)->measure != measure || !a->known || !b->known ||
      !mdg_decimal_subtract (a->observation.value, b->observation.value, &difference))
    return NULL;

  switch (mdg_measure_get_unit (measure))
    {
    case MDG_UNIT_PERCENT:
    case MDG_UNIT_POINTS:
      return mdg_format_points (difference);

    case MDG_UNIT_COUNT:
    case MDG_UNIT_PERSONS:
    case MDG_UNIT_FACILITIES:
      /* The difference of what was rounded would be more exact than they are. */
      if (a->observation.precision != MDG_PRECISION_EXACT ||
          b->observation.precision != MDG_PRECISION_EXACT)
        return NULL;
      return mdg_format_decimal (difference, TRUE);

    case MDG_UNIT_RANK:
    case MDG_N_UNITS:
    default:
      return NULL;
    }
}

/**
 * mdg_map_scene_dup_comparison:
 * @first: a map
 * @second: another map
 * @area: a prefecture
 *
 * Says what two maps show of one prefecture, and by how much the first is more, if that can be
 * said: of the same measure, and of two known figures that are exact.
 *
 * Returns: (transfer full): a sentence
 */
char *
mdg_map_scene_dup_comparison (MdgMapScene *first, MdgMapScene *second, MdgArea area)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *difference = NULL;
  const char *name;

  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);
  g_return_val_if_fail (mdg_area_is_prefecture (area), NULL);

  name = mdg_area_get_label (area, mdg_language_get ());
  a = mdg_map_scene_dup_value_text (first, area);
  b = mdg_map_scene_dup_value_text (second, area);
  difference = dup_difference (first, second, area);
  if (difference == NULL)
    /* Translators: a prefecture, and its figure on either of two maps. */
    return g_strdup_printf (_ ("%s: first map %s, second map %s"), name, a, b);

  /* Translators: as before, and the difference, such as "+1.20 pt". */
  return g_strdup_printf (_ ("%s: first map %s, second map %s; first minus second %s"), name, a, b,
                          difference);
}
