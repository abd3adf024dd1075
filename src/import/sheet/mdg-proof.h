/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/sheet/mdg-candidate.h"
#include "import/mdg-import-message.h"

G_BEGIN_DECLS

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
