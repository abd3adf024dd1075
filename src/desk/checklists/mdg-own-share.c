/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-own-share.h"

#include <glib/gi18n.h>

#include "desk/checklists/mdg-own-job.h"
#include "desk/checklists/mdg-text-dialog.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-save-file.h"
#include "guide/mdg-own-pack.h"

typedef struct
{
  GtkWidget *parent;
  MdgStore *store;
  MdgGuidePack *pack;
  MdgDay day;
} Share;

static void
share_free (Share *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->store);
  mdg_guide_pack_unref (self->pack);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Share, share_free)

static void
free_with_dialog (gpointer share, GClosure *closure)
{
  share_free (share);
}

static Share *
share_copy (const Share *self)
{
  Share *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->parent);
  g_object_ref (copy->store);
  mdg_guide_pack_ref (copy->pack);

  return copy;
}

/* What is written is what the store has, with the name that it has now. */
static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Share) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgOwnJobResult) done = mdg_own_job_run_finish (MDG_STORE (source), result, &error);
  g_autofree char *name = NULL;
  char *text;

  if (done == NULL)
    {
      mdg_desk_tell (self->parent, error->message);
      return;
    }

  text = mdg_own_pack_write (done->lists, self->pack, done->facility, self->day, NULL);
  if (text == NULL)
    {
      mdg_desk_tell (self->parent, _ ("There is nothing to share yet; add an item first."));
      return;
    }
  /* Translators: the name of a file, before .json; %s is a facility. */
  name = g_strdup_printf (_ ("Checklists of %s.json"), done->facility);
  mdg_save_file_text (self->parent, name, text);
}

static void
accepted_cb (AdwDialog *dialog, const char *facility, Share *self)
{
  mdg_own_job_run_async (mdg_own_job_new (MDG_OWN_JOB_SET_FACILITY, NULL, 0, facility), self->store,
                         named_cb, share_copy (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Share) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgOwnJobResult) done = mdg_own_job_run_finish (MDG_STORE (source), result, &error);
  AdwDialog *dialog;

  if (done == NULL)
    {
      mdg_desk_tell (self->parent, error->message);
      return;
    }
  if (gtk_widget_get_root (self->parent) == NULL)
    return;

  dialog = mdg_text_dialog_new (
    _ ("Share Our Own Items"),
    _ ("All that you have added goes into one file, which another facility can load as a guide "
       "pack. It says that the items are your own. Runs, initials and notes are not in it."),
    _ ("Name of Your Facility"), _ ("_Save…"), done->facility);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), share_copy (self),
                         free_with_dialog, 0);
  adw_dialog_present (dialog, self->parent);
}

/**
 * mdg_own_share:
 * @parent: a widget in a window
 * @store: where it is kept what the facility has added
 * @pack: the pack that it has added to
 * @day: today
 *
 * Asks under which name the facility shares, remembers it, and saves what the facility has added to
 * checklists as a guide pack in a file.
 */
void
mdg_own_share (GtkWidget *parent, MdgStore *store, MdgGuidePack *pack, MdgDay day)
{
  const Share share = { .parent = parent, .store = store, .pack = pack, .day = day };

  mdg_own_job_run_async (mdg_own_job_new (MDG_OWN_JOB_LIST, NULL, 0, NULL), store, listed_cb,
                         share_copy (&share));
}
