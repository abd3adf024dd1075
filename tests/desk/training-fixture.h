/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-fixture.h"

#include "core/mdg-training.h"
#include "guide/mdg-drill-round.h"
#include "guide/mdg-training-summary.h"

G_BEGIN_DECLS

/* The training page in a window, and somebody who trains there. */

extern DeskFixture fixture;

int training_set_up (void **state);
int training_tear_down (void **state);
void training_await_text (const char *text);
void training_await_type (GType type);
gboolean training_shows_choices (gpointer data);
gboolean training_shows_next (gpointer data);
const MdgDrill *training_get_drill (void);
guint training_count_cases (void);
void training_activate (const char *name);
AdwAlertDialog *training_get_dialog (void);
void training_type_name (const char *name);
void training_click_tip (const char *tip);
void training_respond (const char *response);
gboolean training_has_trainee (gpointer data);
void training_add_trainee (const char *name);
void training_choose (const char *id);
void training_next (void);
const MdgDrill *training_play (guint wrong_step);
gpointer training_list_trainees_work (MdgDatabase *database, gpointer data, GError **error);
GPtrArray *training_list_rounds (void);
void training_reopen (void);

G_END_DECLS
