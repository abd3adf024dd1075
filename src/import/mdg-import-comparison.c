/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-comparison.h"

static void
clear_conflict (gpointer data)
{
  mdg_edition_unref (((MdgImportConflict *) data)->old_edition);
}

/* The rule of which value is shown, as #MdgFigures applies it once the batch is stored. */
static gboolean
goes_before (const MdgObservation *new,
             const MdgEdition *new_edition,
             const MdgObservation *old,
             const MdgEdition *old_edition)
{
  if (new->quality != old->quality)
    return new->quality > old->quality;

  return mdg_edition_compare_rank (new_edition, old_edition) > 0;
}

/* A coarse reading agrees with every finer one that rounds to it. */
static gboolean
agrees (const MdgObservation *a, const MdgObservation *b)
{
  gboolean a_is_coarse = a->precision == MDG_PRECISION_ROUNDED_10000;
  gboolean b_is_coarse = b->precision == MDG_PRECISION_ROUNDED_10000;
  MdgDecimal gap;

  if (mdg_decimal_compare (a->value, b->value) == 0)
    return TRUE;
  if (a_is_coarse == b_is_coarse || !mdg_decimal_subtract (a->value, b->value, &gap))
    return FALSE;

  return mdg_decimal_compare (gap, MDG_DECIMAL (-5000, 0)) >= 0 &&
         mdg_decimal_compare (gap, MDG_DECIMAL (5000, 0)) <= 0;
}

/**
 * mdg_import_compare:
 * @batch: what an import would store
 * @figures: (nullable): what is stored
 *
 * Finds out what an import would change. A derived figure that is known gives way to a printed one
 * without a conflict if they are equal, and is a conflict like any other if they are not. Thread-safe.
 *
 * Returns: (transfer full): the comparison
 */
MdgImportComparison *
mdg_import_compare (const MdgBatch *batch, MdgFigures *figures)
{
  MdgImportComparison *self = g_new0 (MdgImportComparison, 1);

  g_return_val_if_fail (batch != NULL, NULL);

  self->conflicts = g_array_new (FALSE, FALSE, sizeof (MdgImportConflict));
  g_array_set_clear_func (self->conflicts, clear_conflict);

  for (guint i = 0; i < batch->observations->len; i++)
    {
      const MdgObservation *new = &g_array_index (batch->observations, MdgObservation, i);
      const MdgObservation *old = NULL;
      MdgImportConflict conflict;

      if (figures != NULL)
        old = mdg_figures_lookup (figures, new->month, new->as_of, new->area, new->facility_type,
                                  new->measure);
      if (old == NULL)
        {
          self->n_new++;
          continue;
        }
      if (agrees (new, old))
        {
          self->n_same++;
          continue;
        }

      conflict = (MdgImportConflict) {
        .old = *old,
        .new = *new,
        .old_edition = mdg_edition_ref (mdg_figures_get_edition (figures, old->edition)),
        .new_is_shown = goes_before (new, g_ptr_array_index (batch->editions, new->edition), old,
                                     mdg_figures_get_edition (figures, old->edition)),
      };
      g_array_append_val (self->conflicts, conflict);
    }

  return self;
}

/**
 * mdg_import_comparison_free:
 * @self: (nullable): a comparison
 *
 * Frees a comparison.
 */
void
mdg_import_comparison_free (MdgImportComparison *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->conflicts);
  g_free (self);
}

/**
 * mdg_import_conflict_get_difference:
 * @self: a conflict
 * @difference: (out): the new value less the old one, in the measure's unit
 *
 * Returns: whether the difference can be told
 */
gboolean
mdg_import_conflict_get_difference (const MdgImportConflict *self, MdgDecimal *difference)
{
  return mdg_decimal_subtract (self->new.value, self->old.value, difference);
}
