/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-statistics.h"

#include "core/mdg-decimal.h"

typedef struct
{
  const gint64 *parts;
  const gint64 *wholes;
} Ratios;

static int
compare_by_ratio (const void *a, const void *b, void *user_data)
{
  const Ratios *ratios = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  int order =
    mdg_ratio_compare (ratios->parts[j], ratios->wholes[j], ratios->parts[i], ratios->wholes[i]);

  return order != 0 ? order : (i > j) - (i < j);
}

/**
 * mdg_rank_by_ratio:
 * @parts: (array length=n): the parts
 * @wholes: (array length=n): the wholes
 * @n: number of ratios
 * @ranks: (out caller-allocates) (array length=n): the rank of each ratio, from 1
 *
 * Ranks ratios exactly, the highest first. Every rank is given once: of equal ratios the one with
 * the lower index comes first. Ratios without a positive whole come last.
 */
void
mdg_rank_by_ratio (const gint64 *parts, const gint64 *wholes, guint n, guint *ranks)
{
  Ratios ratios = { parts, wholes };
  g_autofree guint *order = NULL;

  g_return_if_fail (n == 0 || (parts != NULL && wholes != NULL && ranks != NULL));

  order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;

  g_sort_array (order, n, sizeof (guint), compare_by_ratio, &ratios);

  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i + 1;
}

/**
 * mdg_rank_range:
 * @values: (array length=n): the values
 * @n: number of values
 * @index: one of them
 * @margin: two values at most so far apart may stand in either order
 *
 * Ranks a value of which only so much is known, the highest first.
 *
 * Returns: the best and the worst rank it may have; the same, if there is no doubt
 */
MdgRankRange
mdg_rank_range (const gint64 *values, guint n, guint index, gint64 margin)
{
  MdgRankRange range = { 1, 0 };

  g_return_val_if_fail (values != NULL && index < n, range);

  for (guint i = 0; i < n; i++)
    {
      range.first += values[i] > values[index] + margin;
      range.last += values[i] >= values[index] - margin;
    }

  return range;
}
