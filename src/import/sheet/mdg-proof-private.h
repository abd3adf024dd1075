/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/sheet/mdg-proof.h"

G_BEGIN_DECLS

/* What the laws of mdg-proof.c and mdg-proof-ranks.c share. */

/* The types that a source names; what is unassigned obeys no law. */
#define MDG_PROOF_N_TYPES (MDG_FACILITY_PHARMACY + 1)

/* The figures of one publication and one month. */
typedef struct
{
  MdgMonth month;
  guint16 edition;
  MdgCandidate *cells[MDG_N_AREAS][MDG_PROOF_N_TYPES][MDG_N_MEASURES];
} MdgProofGrid;

/* The laws are gone through twice: first to find what has to be refused, then to mark what is proved
 * by what is left. */
typedef struct
{
  GArray *columns;
  MdgProofGrid *grid;
  MdgProofGrid *before;
  gboolean is_marking;
} MdgProof;

MdgProofColumn *mdg_proof_get_column (const MdgProof *self, const MdgCandidate *cell);
MdgCandidate *mdg_proof_get (const MdgProof *self, guint area, guint type, MdgMeasure measure);
MdgCandidate *mdg_proof_get_exact (const MdgProof *self,
                                   guint area,
                                   guint type,
                                   MdgMeasure measure);
gint64 mdg_proof_get_digits (const MdgCandidate *cell);
gboolean mdg_proof_any_is_refused (const MdgProof *self, MdgCandidate *const *cells, guint n);
void mdg_proof_blame (MdgProof *self,
                      MdgCandidate *const *cells,
                      guint n,
                      MdgImportMessage *message);
void mdg_proof_mark (MdgProof *self, MdgCandidate *cell);
void mdg_proof_try_ranks (MdgProof *self);
void mdg_proof_try_changes (MdgProof *self);

G_END_DECLS
