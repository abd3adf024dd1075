/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_CLASS_METHOD_QUANTILE,
  MDG_CLASS_METHOD_EQUAL_INTERVAL,
  MDG_CLASS_METHOD_NATURAL_BREAKS,
  MDG_N_CLASS_METHODS,
} MdgClassMethod;

#define MDG_MAX_CLASSES 9

/**
 * MdgClasses:
 *
 * Class bounds: class i holds values in (bounds[i], bounds[i + 1]]; the lowest value belongs to class 0.
 */
typedef struct
{
  guint n_classes;
  double bounds[MDG_MAX_CLASSES + 1];
  guint counts[MDG_MAX_CLASSES];
} MdgClasses;

/* Wanted is 1 to 9 classes; fewer come back when there are fewer distinct values. Returns FALSE for n_values == 0. */
gboolean mdg_classes_compute (MdgClassMethod method,
                              const double *values,
                              guint n_values,
                              guint wanted,
                              MdgClasses *classes);
int mdg_classes_find (const MdgClasses *classes, double value);
/* Competition-free ranks 1..n, highest ratio first, by exact cross multiplication; ties by lower index. */
void mdg_rank_by_ratio (const gint64 *parts, const gint64 *wholes, guint n, guint *ranks);

G_END_DECLS
