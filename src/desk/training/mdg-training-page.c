/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-training-page.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"
#include "desk/training/mdg-drill-player.h"
#include "desk/training/mdg-round-result.h"
#include "desk/training/mdg-round-run.h"
#include "desk/training/mdg-trainee-dialog.h"
#include "desk/training/mdg-trainee-list.h"
#include "desk/training/mdg-training-exports.h"
#include "desk/training/mdg-training-record-view.h"
#include "desk/training/mdg-training-start.h"
#include "guide/mdg-training-words.h"
#include "guide/mdg-drill-pick.h"

#define N_DIGITS 9

struct _MdgTrainingPage
{
  MdgPackPage parent_instance;

  GRand *rand;

  MdgTraineeList *list;
  MdgRoundRun *run;

  GtkStack *stack;
  MdgTrainingStart *start;
  MdgDrillPlayer *player;
  MdgRoundResult *result;
  MdgTrainingRecordView *record_view;
};

G_DEFINE_FINAL_TYPE (MdgTrainingPage, mdg_training_page, MDG_TYPE_PACK_PAGE)

static const MdgTrainee *
get_trainee (MdgTrainingPage *self)
{
  return mdg_trainee_list_get_chosen (self->list);
}

/* Drills fall due by the real day, also when the program shows another. */
static MdgTrainingSummary *
sum_up (MdgTrainingPage *self)
{
  return mdg_training_summary_new (
    mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), mdg_trainee_list_get_rounds (self->list),
    mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self))),
    mdg_training_day_from_time (g_get_real_time () / G_USEC_PER_SEC));
}

static gboolean
is_showing (MdgTrainingPage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static void
show (MdgTrainingPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", !g_str_equal (name, "start"));
}

static char *
dup_title (MdgTrainingPage *self)
{
  return mdg_training_describe_round (mdg_round_run_get_record (self->run),
                                      mdg_pack_page_get_pack (MDG_PACK_PAGE (self)));
}

/* The latest round of the trainee, if it was left, and fits the pack. */
static void
find_open_round (MdgTrainingPage *self)
{
  GPtrArray *rounds = mdg_trainee_list_get_rounds (self->list);
  const MdgRound *latest = NULL;

  if (mdg_round_run_is_open (self->run) || mdg_round_run_is_saving (self->run))
    return;

  if (rounds != NULL && rounds->len > 0)
    latest = g_ptr_array_index (rounds, rounds->len - 1);
  if (latest != NULL && latest->finished_at == 0)
    mdg_round_run_open (self->run, latest);
}

static void
show_start (MdgTrainingPage *self)
{
  g_autoptr (MdgTrainingSummary) summary = sum_up (self);
  const MdgTrainee *trainee = get_trainee (self);
  g_autofree char *title = NULL;
  gboolean is_open;

  find_open_round (self);
  is_open = mdg_round_run_is_open (self->run);
  if (is_open)
    title = dup_title (self);
  mdg_training_start_show (self->start, mdg_trainee_list_get_trainees (self->list),
                           trainee != NULL ? trainee->id : 0, summary);
  mdg_training_start_show_open (self->start, is_open ? mdg_round_run_get_round (self->run) : NULL,
                                title);
  show (self, "start");
}

static void
show_record (MdgTrainingPage *self)
{
  const MdgTrainee *trainee = get_trainee (self);
  g_autoptr (MdgTrainingSummary) summary = NULL;

  if (trainee == NULL)
    return;

  summary = sum_up (self);
  mdg_training_record_view_show (self->record_view, mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                                 trainee->name, mdg_trainee_list_get_rounds (self->list), summary);
  show (self, "record");
}

/* The round. */

static void
asked_cb (MdgTrainingPage *self)
{
  g_autofree char *title = dup_title (self);

  if (self->stack == NULL)
    return;
  show (self, "play");
  mdg_drill_player_show_question (self->player, mdg_round_run_get_round (self->run),
                                  mdg_round_run_get_play (self->run), title);
}

static void
answered_cb (MdgTrainingPage *self, gboolean is_saved)
{
  if (self->stack == NULL)
    return;
  mdg_drill_player_show_answer (self->player, mdg_round_run_get_round (self->run),
                                mdg_round_run_get_play (self->run), is_saved);
}

/* For an exam that was passed by somebody, not by nobody. */
static void
show_certificate (MdgTrainingPage *self)
{
  const MdgRound *record = mdg_round_run_get_record (self->run);
  const MdgTrainee *trainee = get_trainee (self);
  GtkWidget *button = NULL;

  if (record->is_passed && trainee != NULL && trainee->id == record->trainee_id)
    {
      button = mdg_training_exports_create_certificate_button (
        mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), trainee->name, record);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
    }
  mdg_round_result_set_extra (self->result, button);
}

static void
over_cb (MdgTrainingPage *self)
{
  g_autofree char *title = dup_title (self);

  if (self->stack == NULL)
    return;
  show_certificate (self);
  show (self, "result");
  mdg_round_result_show (self->result, mdg_round_run_get_round (self->run),
                         mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), title);
}

static void
begin_round (MdgTrainingPage *self,
             MdgRoundMode mode,
             guint level,
             const char *situation,
             GPtrArray *drills)
{
  const MdgTrainee *trainee = get_trainee (self);
  g_autoptr (MdgRound) record = mdg_round_new ();

  record->id = g_rand_int (self->rand);
  record->trainee_id = trainee != NULL ? trainee->id : 0;
  record->mode = mode;
  record->level = level;
  record->situation = g_strdup (situation);
  record->day = mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self)));
  mdg_round_run_begin (self->run, record, drills);
}

static void
begin_cb (MdgTrainingPage *self, guint mode, guint level, const char *situation)
{
  g_autoptr (MdgTrainingSummary) summary = sum_up (self);
  g_autoptr (GPtrArray) drills = NULL;

  if (mode == MDG_ROUND_EXAM)
    drills = mdg_drill_pick_exam (summary, self->rand);
  else if (mode == MDG_ROUND_CASE)
    drills = mdg_drill_pick_case (summary, situation, self->rand);
  else
    drills = mdg_drill_pick_quiz (summary, level, self->rand);
  begin_round (self, mode, level, situation, drills);
}

static void
practise_cb (MdgTrainingPage *self, const char *situation)
{
  begin_cb (self, MDG_ROUND_CASE, 0, situation);
}

static void
again_cb (MdgTrainingPage *self)
{
  const MdgDrillRound *round = mdg_round_run_get_round (self->run);
  g_autoptr (GPtrArray) wrong = round != NULL ? mdg_drill_round_list_wrong (round) : NULL;

  if (wrong == NULL)
    return;
  mdg_drill_shuffle (wrong, self->rand);
  begin_round (self, MDG_ROUND_AGAIN, 0, "", wrong);
}

static void
resume_cb (MdgTrainingPage *self)
{
  if (mdg_round_run_get_play (self->run) != NULL)
    show (self, "play");
  mdg_round_run_resume (self->run);
}

static void
choose_cb (MdgTrainingPage *self, const char *id)
{
  mdg_round_run_answer (self->run, id);
  if (mdg_round_run_is_saving (self->run))
    mdg_drill_player_set_saving (self->player, TRUE);
}

static void
next_cb (MdgTrainingPage *self)
{
  mdg_round_run_next (self->run);
}

/* Who trains. Whoever it is now, the round of the one before is left; it can be gone on with. */

static void
added_cb (MdgTrainingPage *self, const char *name)
{
  mdg_round_run_forget (self->run);
  mdg_trainee_list_add (self->list, name);
}

static void
add_cb (MdgTrainingPage *self)
{
  AdwDialog *dialog = mdg_trainee_dialog_new (NULL);

  g_signal_connect_object (dialog, "named", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
rename_cb (MdgTrainingPage *self)
{
  const MdgTrainee *trainee = get_trainee (self);
  AdwDialog *dialog;

  if (trainee == NULL)
    return;
  dialog = mdg_trainee_dialog_new (trainee->name);
  g_signal_connect_object (dialog, "named", G_CALLBACK (mdg_trainee_list_rename_chosen), self->list,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
deleted_cb (MdgTrainingPage *self)
{
  mdg_round_run_forget (self->run);
  mdg_trainee_list_delete_chosen (self->list);
}

static void
delete_cb (MdgTrainingPage *self)
{
  const MdgTrainee *trainee = get_trainee (self);
  AdwDialog *dialog;

  if (trainee == NULL)
    return;
  dialog = mdg_trainee_dialog_new_for_deletion (trainee->name);
  g_signal_connect_object (dialog, "response::delete", G_CALLBACK (deleted_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
trainee_chosen_cb (MdgTrainingPage *self, gint64 trainee_id)
{
  mdg_round_run_forget (self->run);
  mdg_trainee_list_choose (self->list, trainee_id);
}

/* Actions. */

static void
back_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_start (MDG_TRAINING_PAGE (widget));
}

static void
choose_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgTrainingPage *self = MDG_TRAINING_PAGE (widget);

  if (is_showing (self, "play"))
    mdg_drill_player_choose (self->player, (guint) g_variant_get_int32 (parameter));
}

static void
next_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgTrainingPage *self = MDG_TRAINING_PAGE (widget);

  if (is_showing (self, "play") && mdg_drill_player_is_at_answer (self->player))
    next_cb (self);
}

/* The widgets are gone if the page was closed while the store worked. */
static void
refresh (MdgTrainingPage *self)
{
  if (self->stack != NULL && is_showing (self, "start"))
    show_start (self);
}

static void
tell_cb (MdgTrainingPage *self, const char *text)
{
  if (self->stack != NULL)
    mdg_desk_tell (GTK_WIDGET (self), text);
}

static void
add_exports (MdgTrainingPage *self)
{
  mdg_training_start_add_extra (
    self->start, "document-print-symbolic", _ ("Training Sheets"),
    _ ("All drills of today on paper, the answers on pages of their own"),
    mdg_training_exports_create_sheets_button (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                                               mdg_pack_page_get_clock (MDG_PACK_PAGE (self))));
  mdg_training_record_view_add_action (self->record_view,
                                       mdg_training_exports_create_table_button (self->list));
  mdg_training_record_view_add_action (
    self->record_view, mdg_training_exports_create_record_button (
                         mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), self->list));
}

static void
mdg_training_page_constructed (GObject *object)
{
  MdgTrainingPage *self = MDG_TRAINING_PAGE (object);

  G_OBJECT_CLASS (mdg_training_page_parent_class)->constructed (object);

  self->list = mdg_trainee_list_new (mdg_pack_page_get_store (MDG_PACK_PAGE (self)));
  g_object_connect (self->list, "swapped-object-signal::changed", refresh, self,
                    "swapped-object-signal::failed", tell_cb, self, NULL);
  self->run = mdg_round_run_new (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                                 mdg_pack_page_get_store (MDG_PACK_PAGE (self)));
  g_object_connect (self->run, "swapped-object-signal::asked", asked_cb, self,
                    "swapped-object-signal::answered", answered_cb, self,
                    "swapped-object-signal::over", over_cb, self, "swapped-object-signal::failed",
                    tell_cb, self, NULL);
  g_signal_connect_object (self->run, "stored", G_CALLBACK (mdg_trainee_list_take_over), self->list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mdg_pack_page_get_clock (MDG_PACK_PAGE (self)), "notify::today",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  add_exports (self);
  show_start (self);
}

static void
mdg_training_page_dispose (GObject *object)
{
  MdgTrainingPage *self = MDG_TRAINING_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_TRAINING_PAGE);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_object (&self->run);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (mdg_training_page_parent_class)->dispose (object);
}

/* What is not for the player is for whatever has the focus, such as a row of the start. */
static gboolean
enter_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  MdgTrainingPage *self = MDG_TRAINING_PAGE (widget);

  return is_showing (self, "play") && mdg_drill_player_press_enter (self->player);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 1; i <= N_DIGITS; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "page.choose", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "page.choose", "i",
                                           i);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
}

static void
mdg_training_page_class_init (MdgTrainingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mdg_training_page_constructed;
  object_class->dispose = mdg_training_page_dispose;

  g_type_ensure (MDG_TYPE_DRILL_PLAYER);
  g_type_ensure (MDG_TYPE_ROUND_RESULT);
  g_type_ensure (MDG_TYPE_TRAINING_RECORD_VIEW);
  g_type_ensure (MDG_TYPE_TRAINING_START);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-training-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingPage, start);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingPage, player);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingPage, result);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingPage, record_view);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, trainee_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_record);
  gtk_widget_class_bind_template_callback (widget_class, show_start);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, practise_cb);

  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "page.choose", "i", choose_action_cb);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_action_cb);
  add_keys (widget_class);
}

static void
mdg_training_page_init (MdgTrainingPage *self)
{
  self->rand = g_rand_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_training_page_new:
 * @pack: a guide pack
 * @store: where records are kept
 *
 * Returns: (transfer floating): a page with what can be trained today
 */
MdgTrainingPage *
mdg_training_page_new (MdgGuidePack *pack, MdgStore *store)
{
  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (MDG_IS_STORE (store), NULL);

  return g_object_new (MDG_TYPE_TRAINING_PAGE, "pack", pack, "store", store, NULL);
}

static void
view_activated_cb (GtkWidget *row, MdgTrainingPage *self)
{
  show (self, gtk_widget_get_name (row));
}

/**
 * mdg_training_page_add_view:
 * @self: a page
 * @name: a name that no other view has
 * @icon_name: the name of a symbolic icon
 * @title: what it is
 * @subtitle: one line about it
 * @view: (transfer floating): the view
 *
 * Adds a view of something else that belongs to training, such as sessions of a group, and a row at
 * the start that leads to it. The action "page.back" leads back.
 */
void
mdg_training_page_add_view (MdgTrainingPage *self,
                            const char *name,
                            const char *icon_name,
                            const char *title,
                            const char *subtitle,
                            GtkWidget *view)
{
  GtkWidget *row;

  g_return_if_fail (MDG_IS_TRAINING_PAGE (self));

  row = mdg_training_start_add_extra (self->start, icon_name, title, subtitle,
                                      gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, name);
  g_signal_connect_object (row, "activated", G_CALLBACK (view_activated_cb), self, 0);
  gtk_stack_add_named (self->stack, view, name);
}
