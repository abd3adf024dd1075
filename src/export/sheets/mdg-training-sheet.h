/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-training-summary.h"

G_BEGIN_DECLS

MdgSheet *mdg_training_certificate_sheet_new (const MdgGuidePack *pack,
                                              const char *name,
                                              const MdgRound *exam);
MdgSheet *mdg_training_record_sheet_new (MdgGuidePack *pack,
                                         const char *name,
                                         GPtrArray *rounds,
                                         const MdgTrainingSummary *summary);

G_END_DECLS
