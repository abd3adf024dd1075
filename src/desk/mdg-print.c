/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/mdg-print.h"

#include <glib/gi18n.h>

#include "desk/mdg-save-file.h"
#include "draw/mdg-sheet-layout.h"
#include "export/mdg-export-sheet.h"

#define LAYOUT_KEY "mdg-sheet-layout"
#define SHEET_KEY "mdg-sheet"

/* What was chosen at the last printing in this session. */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_page_setup;

typedef struct
{
  MdgSheet *sheet;
  MdgPaper paper;
} PdfJob;

static void
pdf_job_free (gpointer data)
{
  PdfJob *job = data;

  mdg_sheet_unref (job->sheet);
  g_free (job);
}

static PdfJob *
pdf_job_new (MdgSheet *sheet, MdgPaper paper)
{
  PdfJob *job = g_new (PdfJob, 1);

  job->sheet = mdg_sheet_ref (sheet);
  job->paper = paper;

  return job;
}

static GBytes *
pdf_work (gpointer data, GCancellable *cancellable, GError **error)
{
  PdfJob *job = data;

  return mdg_export_sheet_to_bytes (job->sheet, job->paper, NULL, error);
}

/* The paper may be another each time: the user chooses it in the dialog. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  MdgSheet *sheet = g_object_get_data (G_OBJECT (operation), SHEET_KEY);
  MdgSheetLayout *layout = mdg_sheet_layout_new (sheet, gtk_print_context_get_width (context),
                                                 gtk_print_context_get_height (context));

  g_object_set_data_full (G_OBJECT (operation), LAYOUT_KEY, layout,
                          (GDestroyNotify) mdg_sheet_layout_free);
  gtk_print_operation_set_n_pages (operation, (int) mdg_sheet_layout_get_n_pages (layout));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  MdgSheetLayout *layout = g_object_get_data (G_OBJECT (operation), LAYOUT_KEY);

  mdg_sheet_layout_draw_page (layout, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
tell_failed (GtkWidget *parent, const char *reason)
{
  g_autofree char *body = g_strdup_printf (
    _ ("%s\n\nCheck that the printer is on and has paper, or save the document as PDF."), reason);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Document Was Not Printed"), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *parent)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gtk_print_operation_get_error (operation, &error);
      tell_failed (parent, error != NULL ? error->message : _ ("The printer gave no reason."));
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&last_page_setup, gtk_print_operation_get_default_page_setup (operation));
    }
}

/**
 * mdg_print_operation_new:
 * @parent: the widget on whose behalf
 * @sheet: a sheet
 *
 * Makes the printing of @sheet, to be run; what goes wrong is told in a dialog above @parent.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
mdg_print_operation_new (GtkWidget *parent, MdgSheet *sheet)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (sheet != NULL, NULL);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, mdg_sheet_get_title (sheet));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The sheet has margins of its own, wider than what printers cannot reach. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (last_settings != NULL)
    gtk_print_operation_set_print_settings (operation, last_settings);
  if (last_page_setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, last_page_setup);

  g_object_set_data_full (G_OBJECT (operation), SHEET_KEY, mdg_sheet_ref (sheet),
                          (GDestroyNotify) mdg_sheet_unref);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);

  return operation;
}

/**
 * mdg_print_sheet:
 * @parent: the widget on whose behalf
 * @sheet: a sheet
 *
 * Shows the print dialog, and prints @sheet on the paper that is chosen there.
 */
void
mdg_print_sheet (GtkWidget *parent, MdgSheet *sheet)
{
  g_autoptr (GtkPrintOperation) operation = mdg_print_operation_new (parent, sheet);
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static char *
create_file_name (MdgSheet *sheet, MdgPaper paper, const char *suggested_name)
{
  const char *stem = suggested_name != NULL ? suggested_name : mdg_sheet_get_title (sheet);

  return g_strdup_printf ("%s-%s.pdf", *stem != '\0' ? stem : "madoguchi",
                          mdg_paper_get_id (paper));
}

/**
 * mdg_print_save_pdf:
 * @parent: the widget on whose behalf
 * @sheet: a sheet
 * @paper: the paper
 * @suggested_name: (nullable): a file name without ending, or %NULL for the title of @sheet
 *
 * Asks where to save @sheet as PDF, and saves it there.
 */
void
mdg_print_save_pdf (GtkWidget *parent, MdgSheet *sheet, MdgPaper paper, const char *suggested_name)
{
  g_autofree char *name = NULL;

  g_return_if_fail (sheet != NULL);

  name = create_file_name (sheet, paper, suggested_name);
  mdg_save_file (parent, name, pdf_work, pdf_job_new (sheet, paper), pdf_job_free);
}

/**
 * mdg_print_save_pdf_to:
 * @parent: the widget on whose behalf
 * @sheet: a sheet
 * @paper: the paper
 * @file: where to save
 *
 * Saves @sheet as PDF without asking where.
 */
void
mdg_print_save_pdf_to (GtkWidget *parent, MdgSheet *sheet, MdgPaper paper, GFile *file)
{
  g_return_if_fail (sheet != NULL);

  mdg_save_file_to (parent, file, pdf_work, pdf_job_new (sheet, paper), pdf_job_free);
}
