/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgImportConflict:
 * @old: the figure that is shown now
 * @new: the figure that comes in; its `edition` indexes the batch
 * @old_edition: the edition of @old
 * @new_is_shown: whether the new figure would be shown instead of the old one
 *
 * Two different values for one figure.
 */
typedef struct
{
  MdgObservation old;
  MdgObservation new;
  MdgEdition *old_edition;
  gboolean new_is_shown;
} MdgImportConflict;

/**
 * MdgImportComparison:
 * @n_new: figures that are not known at all
 * @n_same: figures that are known with the same value
 * @conflicts: (element-type MdgImportConflict): figures that are known with another value, by key
 *
 * What an import would change.
 */
typedef struct
{
  guint n_new;
  guint n_same;
  GArray *conflicts;
} MdgImportComparison;

MdgImportComparison *mdg_import_compare (const MdgBatch *batch, MdgFigures *figures);
void mdg_import_comparison_free (MdgImportComparison *self);
gboolean mdg_import_conflict_get_difference (const MdgImportConflict *self, MdgDecimal *difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgImportComparison, mdg_import_comparison_free)

G_END_DECLS
