/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import.h"

G_BEGIN_DECLS

#define MDG_DECK_FILE "mhlw-deck-2025-11-13.txt"
#define MDG_DECK_EDITION "mhlw-2025-11-13"

/**
 * MdgDatasets:
 * @batch: the bundled figures
 * @editions: editions.csv
 * @observations: observations.csv
 * @report: the import report of the deck
 *
 * The bundled data, made from their sources.
 */
typedef struct
{
  MdgBatch *batch;
  char *editions;
  char *observations;
  char *report;
} MdgDatasets;

MdgDatasets *mdg_datasets_make (const char *source_folder, GError **error);
gboolean mdg_datasets_write (const MdgDatasets *self, const char *target_folder, GError **error);
void mdg_datasets_free (MdgDatasets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDatasets, mdg_datasets_free)

G_END_DECLS
