/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"
#include "import/mdg-import-message.h"

G_BEGIN_DECLS

/**
 * MdgCandidate:
 * @observation: a figure as it is read; `edition` tells apart publications that are proved each by
 *   itself, and its quality is the greatest it may have
 * @line: number of the line it was read from
 * @column: index of the part of the file that is handed out or refused as a whole
 * @is_closed: whether a sum over it closes; set by mdg_proof_run ()
 *
 * A figure that is to be proved.
 */
typedef struct
{
  MdgObservation observation;
  guint line;
  guint16 column;
  gboolean is_closed;
} MdgCandidate;

/**
 * MdgProofColumn:
 * @is_refused: whether nothing of it may be handed out
 * @messages: (element-type MdgImportMessage): why
 *
 * A part of a file that is handed out or refused as a whole.
 */
typedef struct
{
  gboolean is_refused;
  GPtrArray *messages;
} MdgProofColumn;

void mdg_proof_column_init (MdgProofColumn *self);
void mdg_proof_column_clear (MdgProofColumn *self);
void mdg_proof_column_refuse (MdgProofColumn *self, MdgImportMessage *reason);
void mdg_proof_run (GArray *candidates, GArray *columns);

G_END_DECLS
