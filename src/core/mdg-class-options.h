/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-classes.h"
#include "core/mdg-scope.h"

G_BEGIN_DECLS

/**
 * MdgClassPool:
 * @MDG_CLASS_POOL_NONE: the values that are shown alone
 * @MDG_CLASS_POOL_MONTHS: those of all months
 * @MDG_CLASS_POOL_FACILITY_TYPES: those of all facility types
 * @MDG_CLASS_POOL_COMPANION: those of another map that is compared with the one that is shown
 *
 * Which values the bounds of classes come from. All but the last are those of the schema's flags.
 */
typedef enum
{
  MDG_CLASS_POOL_NONE = 0,
  MDG_CLASS_POOL_MONTHS = 1 << 0,
  MDG_CLASS_POOL_FACILITY_TYPES = 1 << 1,
  MDG_CLASS_POOL_COMPANION = 1 << 2,
} MdgClassPool;

/**
 * MdgClassOptions:
 * @method: how the classes are cut
 * @n_classes: how many are wanted, 1 to %MDG_MAX_CLASSES
 * @pool: which values the bounds come from
 * @companion: what the other map shows, with %MDG_CLASS_POOL_COMPANION; of another measure it is let
 *   be, for bases never mix
 * @breaks: by unit, the bounds that somebody chose
 *
 * How the values of a map are divided. Start from %MDG_CLASS_OPTIONS_INIT.
 */
typedef struct
{
  MdgClassMethod method;
  guint n_classes;
  MdgClassPool pool;
  MdgScope companion;
  MdgClassBreaks breaks[MDG_N_UNITS];
} MdgClassOptions;

/*
 * Quantiles, five of them: each colour then stands for about nine prefectures, in every month and
 * for every facility type, which people who are not technical understand ("the best fifth") and
 * which agrees with the ranks beside the map. Natural breaks make classes of 3, 20, 14, 9 and 1
 * prefectures out of October 2025, and of other sizes out of each other month.
 */
#define MDG_CLASS_OPTIONS_INIT           \
  {                                      \
    .method = MDG_CLASS_METHOD_QUANTILE, \
    .n_classes = 5,                      \
    .pool = MDG_CLASS_POOL_NONE,         \
  }

#define MDG_CLASS_BREAKS_ERROR (mdg_class_breaks_error_quark ())

/**
 * MdgClassBreaksError:
 * @MDG_CLASS_BREAKS_ERROR_NOT_A_NUMBER: something between the separators is no number
 * @MDG_CLASS_BREAKS_ERROR_NOT_ASCENDING: a number is not greater than the one before
 * @MDG_CLASS_BREAKS_ERROR_COUNT: there are fewer than 2 numbers, or more than 8
 *
 * Why a text is not a list of bounds.
 */
typedef enum
{
  MDG_CLASS_BREAKS_ERROR_NOT_A_NUMBER,
  MDG_CLASS_BREAKS_ERROR_NOT_ASCENDING,
  MDG_CLASS_BREAKS_ERROR_COUNT,
} MdgClassBreaksError;

const char *mdg_class_method_get_label (MdgClassMethod method);
const char *mdg_class_method_get_description (MdgClassMethod method);
GQuark mdg_class_breaks_error_quark (void);
gboolean mdg_class_breaks_parse (const char *text, MdgClassBreaks *breaks, GError **error);
char *mdg_class_breaks_to_string (const MdgClassBreaks *breaks);
gboolean mdg_class_options_has_companion (const MdgClassOptions *self, MdgMeasure measure);
gboolean mdg_class_options_equal (const MdgClassOptions *a, const MdgClassOptions *b);
GArray *mdg_class_options_collect (const MdgClassOptions *self,
                                   MdgFigures *figures,
                                   const MdgScope *scope);
gboolean mdg_class_options_pool_equal (const MdgClassOptions *self,
                                       const MdgScope *a,
                                       const MdgScope *b);
gboolean mdg_class_options_compute (const MdgClassOptions *self,
                                    MdgFigures *figures,
                                    const MdgScope *scope,
                                    MdgClasses *classes);
gboolean mdg_class_options_shows_bounds (const MdgClassOptions *self);

G_END_DECLS
