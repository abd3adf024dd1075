/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-store.h"
#include "core/mdg-training.h"

G_BEGIN_DECLS

/* One change to what is kept of training, and all of it as it is after it: what is shown is always
 * what the store has, never what was hoped. */
typedef enum
{
  MDG_TRAINING_JOB_LIST,
  MDG_TRAINING_JOB_ADD,
  MDG_TRAINING_JOB_RENAME,
  MDG_TRAINING_JOB_CHOOSE,
  MDG_TRAINING_JOB_DELETE,
  MDG_TRAINING_JOB_BEGIN,
  MDG_TRAINING_JOB_ANSWER,
  MDG_TRAINING_JOB_FINISH,
} MdgTrainingJobKind;

typedef struct
{
  MdgTrainingJobKind kind;
  gint64 trainee_id;   /* RENAME, CHOOSE, DELETE */
  char *name;          /* ADD, RENAME */
  MdgRound *round;     /* BEGIN, FINISH */
  MdgAttempt *attempt; /* ANSWER */
  gint64 round_id;     /* ANSWER */
} MdgTrainingJob;

typedef struct
{
  GPtrArray *trainees; /* (element-type MdgTrainee): whoever was chosen last first */
  GPtrArray *rounds;   /* (element-type MdgRound): those of the first trainee */
  gint64 round_id;     /* BEGIN */
} MdgTrainingJobResult;

MdgTrainingJob *mdg_training_job_new (MdgTrainingJobKind kind);
void mdg_training_job_free (MdgTrainingJob *self);
void mdg_training_job_run_async (MdgTrainingJob *self,
                                 MdgStore *store,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
MdgTrainingJobResult *mdg_training_job_run_finish (MdgStore *store,
                                                   GAsyncResult *result,
                                                   GError **error);
void mdg_training_job_result_free (MdgTrainingJobResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgTrainingJobResult, mdg_training_job_result_free)

G_END_DECLS
