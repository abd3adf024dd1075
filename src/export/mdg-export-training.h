/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-training.h"

G_BEGIN_DECLS

#define MDG_TRAINING_CSV_HEADER                                                               \
  "trainee,round,mode,started_at,finished_at,passed,pack,pack_version,rules_of,number,drill," \
  "situation,level,right,finished,answered_at,choices"

char *mdg_export_training_to_csv (const char *name, GPtrArray *rounds);

G_END_DECLS
