/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/training/mdg-training-job.h"

G_BEGIN_DECLS

/**
 * MdgTraineeList:
 *
 * Who trains, as the store has it, who is chosen, and the rounds of that one. Signals: "changed"
 * (anything of it), "failed" (string, what went wrong).
 */
#define MDG_TYPE_TRAINEE_LIST (mdg_trainee_list_get_type ())
G_DECLARE_FINAL_TYPE (MdgTraineeList, mdg_trainee_list, MDG, TRAINEE_LIST, GObject)

MdgTraineeList *mdg_trainee_list_new (MdgStore *store);
GPtrArray *mdg_trainee_list_get_trainees (MdgTraineeList *self);
const MdgTrainee *mdg_trainee_list_get_chosen (MdgTraineeList *self);
GPtrArray *mdg_trainee_list_get_rounds (MdgTraineeList *self);
void mdg_trainee_list_take_over (MdgTraineeList *self, MdgTrainingJobResult *result);
void mdg_trainee_list_add (MdgTraineeList *self, const char *name);
void mdg_trainee_list_rename_chosen (MdgTraineeList *self, const char *name);
void mdg_trainee_list_delete_chosen (MdgTraineeList *self);
void mdg_trainee_list_choose (MdgTraineeList *self, gint64 trainee_id);

G_END_DECLS
