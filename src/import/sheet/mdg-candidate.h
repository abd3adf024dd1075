/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

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

/* A candidate by its key: its index among all. */
typedef struct
{
  guint64 key;
  guint index;
} MdgCandidateSlot;

MdgCandidateSlot *mdg_candidates_sort (const GArray *candidates);

G_END_DECLS
