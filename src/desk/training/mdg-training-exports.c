/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-training-exports.h"

#include <glib/gi18n.h>

#include "desk/mdg-print-button.h"
#include "desk/mdg-save-file.h"
#include "export/mdg-export-training.h"
#include "export/sheets/mdg-drills-sheet.h"
#include "export/sheets/mdg-training-sheet.h"

/* What a button needs when it is pressed. */
typedef struct
{
  MdgGuidePack *pack;
  MdgClock *clock;
  MdgTraineeList *list;
  char *name;
  MdgRound *exam;
} Source;

static void
source_free (gpointer data, GClosure *closure)
{
  Source *self = data;

  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  g_clear_object (&self->clock);
  g_clear_object (&self->list);
  g_clear_pointer (&self->exam, mdg_round_free);
  g_free (self->name);
  g_free (self);
}

static Source *
source_new (MdgGuidePack *pack, MdgTraineeList *list)
{
  Source *self = g_new0 (Source, 1);

  self->pack = pack != NULL ? mdg_guide_pack_ref (pack) : NULL;
  self->list = list != NULL ? g_object_ref (list) : NULL;

  return self;
}

static MdgSheet *
create_drills_cb (GtkWidget *button, Source *source)
{
  return mdg_drills_sheet_new (source->pack, mdg_clock_get_today (source->clock), NULL);
}

static MdgSheet *
create_record_cb (GtkWidget *button, Source *source)
{
  const MdgTrainee *trainee = mdg_trainee_list_get_chosen (source->list);
  GPtrArray *rounds = mdg_trainee_list_get_rounds (source->list);
  MdgDay today = mdg_training_day_from_time (g_get_real_time () / G_USEC_PER_SEC);
  g_autoptr (MdgTrainingSummary) summary = NULL;

  if (trainee == NULL || rounds == NULL)
    return NULL;

  summary = mdg_training_summary_new (source->pack, rounds,
                                      mdg_clock_get_today (mdg_clock_get_default ()), today);

  return mdg_training_record_sheet_new (source->pack, trainee->name, rounds, summary);
}

static MdgSheet *
create_certificate_cb (GtkWidget *button, Source *source)
{
  return mdg_training_certificate_sheet_new (source->pack, source->name, source->exam);
}

static void
save_table_cb (GtkWidget *button, Source *source)
{
  const MdgTrainee *trainee = mdg_trainee_list_get_chosen (source->list);
  GPtrArray *rounds = mdg_trainee_list_get_rounds (source->list);
  g_autofree char *name = NULL;

  if (trainee == NULL || rounds == NULL)
    return;

  name = g_strdup_printf ("%s %s.csv", _ ("Training Record"), trainee->name);
  mdg_save_file_text (button, name, mdg_export_training_to_csv (trainee->name, rounds));
}

static GtkWidget *
create_button (const char *label, const char *file_name, GCallback callback, Source *source)
{
  GtkWidget *button = mdg_print_button_new (label);

  mdg_print_button_set_file_name (MDG_PRINT_BUTTON (button), file_name);
  g_signal_connect_data (button, "create-sheet", callback, source, source_free, 0);

  return button;
}

/**
 * mdg_training_exports_create_sheets_button:
 * @pack: a guide pack
 * @clock: what says which day is today
 *
 * Returns: (transfer floating): a button that prints the drills of today, with the answers on pages
 *   of their own
 */
GtkWidget *
mdg_training_exports_create_sheets_button (MdgGuidePack *pack, MdgClock *clock)
{
  Source *source = source_new (pack, NULL);

  source->clock = g_object_ref (clock);

  return create_button (_ ("_Print"), _ ("Training Sheets"), G_CALLBACK (create_drills_cb), source);
}

/**
 * mdg_training_exports_create_record_button:
 * @pack: a guide pack
 * @list: who trains
 *
 * Returns: (transfer floating): a button that prints the record of who is chosen
 */
GtkWidget *
mdg_training_exports_create_record_button (MdgGuidePack *pack, MdgTraineeList *list)
{
  return create_button (_ ("_Print"), _ ("Training Record"), G_CALLBACK (create_record_cb),
                        source_new (pack, list));
}

/**
 * mdg_training_exports_create_table_button:
 * @list: who trains
 *
 * Returns: (transfer floating): a button that saves the record of who is chosen as a table
 */
GtkWidget *
mdg_training_exports_create_table_button (MdgTraineeList *list)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Save as CSV"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (save_table_cb), source_new (NULL, list),
                         source_free, 0);

  return button;
}

/**
 * mdg_training_exports_create_certificate_button:
 * @pack: a guide pack
 * @name: who passed
 * @exam: an exam that was passed
 *
 * Returns: (transfer floating): a button that prints a certificate
 */
GtkWidget *
mdg_training_exports_create_certificate_button (MdgGuidePack *pack,
                                                const char *name,
                                                const MdgRound *exam)
{
  Source *source = source_new (pack, NULL);

  source->name = g_strdup (name);
  source->exam = mdg_round_copy (exam);

  return create_button (_ ("_Certificate"), _ ("Certificate of Training"),
                        G_CALLBACK (create_certificate_cb), source);
}
