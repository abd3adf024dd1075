/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-training-summary.h"

G_BEGIN_DECLS

/**
 * MdgTrainingRecordView:
 *
 * What is kept about one trainee: attempts, boxes, score by case with the weak ones marked, exams.
 * Signals: "practise" (string id of a situation), "back".
 */
#define MDG_TYPE_TRAINING_RECORD_VIEW (mdg_training_record_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgTrainingRecordView,
                      mdg_training_record_view,
                      MDG,
                      TRAINING_RECORD_VIEW,
                      AdwBin)

void mdg_training_record_view_show (MdgTrainingRecordView *self,
                                    MdgGuidePack *pack,
                                    const char *name,
                                    GPtrArray *rounds,
                                    const MdgTrainingSummary *summary);
void mdg_training_record_view_add_action (MdgTrainingRecordView *self, GtkWidget *widget);

G_END_DECLS
