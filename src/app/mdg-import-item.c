/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-item.h"

#include "import/mdg-import.h"
#include "import/read/mdg-reader.h"

struct _MdgImportItem
{
  GObject parent_instance;

  GFile *file;
  GBytes
    *bytes; /* what @file held when it was first read, so that a second reading is of the same */
  char *name;
  GHashTable *answers; /* (element-type utf8 utf8): by the id of the question */
  GHashTable
    *accepted; /* (element-type utf8): keys of refused tables that are wanted all the same */

  MdgImportItemState state;
  MdgFigures *known;
  GCancellable *cancellable; /* of the reading that goes on */
  guint done;                /* both written by the thread that reads */
  guint total;

  MdgImportResult *result;
  MdgImportComparison *comparison;
  MdgEdition *known_edition;
  GError *error;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgImportItem, mdg_import_item, G_TYPE_OBJECT)

/* What a thread that reads needs, and what it makes. */
typedef struct
{
  GBytes *bytes;
  GHashTable *answers;
  GHashTable *accepted;
  MdgFigures *known;
  MdgImportResult *result;
  MdgImportComparison *comparison;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->accepted, g_hash_table_unref);
  g_clear_pointer (&self->known, mdg_figures_unref);
  mdg_import_result_free (self->result);
  mdg_import_comparison_free (self->comparison);
  g_free (self);
}

static GHashTable *
copy_strings (GHashTable *table)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), g_strdup (value));

  return copy;
}

/* The same whenever the same file is read. */
static char *
make_key (const MdgReportEntry *entry)
{
  return g_strdup_printf ("%d/%d/%d/%s", entry->kind, entry->facility_type, entry->page,
                          entry->title);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  MdgImportItem *self = data;

  g_atomic_int_set (&self->total, total);
  g_atomic_int_set (&self->done, done);
}

static void
accept_wanted (const Reading *reading)
{
  GPtrArray *entries = reading->result->report->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      MdgReportEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *key = make_key (entry);

      if (g_hash_table_contains (reading->accepted, key) &&
          mdg_import_result_can_accept (reading->result, entry))
        mdg_import_result_accept_printed (reading->result, entry);
    }
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  MdgImportItem *self = source;
  const MdgImportOptions options = {
    .known = reading->known,
    .answers = reading->answers,
    .progress = progress_cb,
    .progress_data = self,
  };
  GError *error = NULL;

  if (reading->bytes == NULL)
    reading->bytes = mdg_reader_load_bytes (self->file, cancellable, &error);
  if (reading->bytes != NULL)
    reading->result = mdg_import_bytes (reading->bytes, self->name, &options, cancellable, &error);
  if (reading->result == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  accept_wanted (reading);
  reading->comparison = mdg_import_compare (reading->result->batch, reading->known);
  g_task_return_boolean (task, TRUE);
}

static MdgEdition *
find_known (MdgFigures *figures, const char *digest)
{
  for (guint i = 0; figures != NULL && i < mdg_figures_get_n_editions (figures); i++)
    {
      MdgEdition *edition = mdg_figures_get_edition (figures, i);

      if (g_strcmp0 (edition->digest, digest) == 0)
        return edition;
    }

  return NULL;
}

static void
take_reading (MdgImportItem *self, Reading *reading)
{
  const MdgEdition *edition = mdg_import_result_get_edition (reading->result);
  MdgEdition *known = find_known (reading->known, edition->digest);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&reading->bytes);
  mdg_import_result_free (self->result);
  self->result = g_steal_pointer (&reading->result);
  mdg_import_comparison_free (self->comparison);
  self->comparison = g_steal_pointer (&reading->comparison);
  g_clear_error (&self->error);

  self->state = MDG_IMPORT_ITEM_READY;
  if (known != NULL)
    mdg_import_item_set_known (self, known);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MdgImportItem *self = MDG_IMPORT_ITEM (source);
  g_autoptr (GError) error = NULL;

  /* A reading that was overtaken by another one, or is not wanted any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      take_reading (self, g_task_get_task_data (G_TASK (result)));
    }
  else
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      self->state = MDG_IMPORT_ITEM_FAILED;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mdg_import_item_finalize (GObject *object)
{
  MdgImportItem *self = MDG_IMPORT_ITEM (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->accepted);
  g_clear_pointer (&self->known, mdg_figures_unref);
  g_clear_object (&self->cancellable);
  mdg_import_result_free (self->result);
  mdg_import_comparison_free (self->comparison);
  g_clear_pointer (&self->known_edition, mdg_edition_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (mdg_import_item_parent_class)->finalize (object);
}

static void
mdg_import_item_class_init (MdgImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_import_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MDG_TYPE_IMPORT_ITEM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_import_item_init (MdgImportItem *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * mdg_import_item_new_for_file:
 * @file: a file
 *
 * Returns: (transfer full): the file, not read yet
 */
MdgImportItem *
mdg_import_item_new_for_file (GFile *file)
{
  MdgImportItem *self = g_object_new (MDG_TYPE_IMPORT_ITEM, NULL);
  g_autofree char *name = g_file_get_basename (file);

  self->file = g_object_ref (file);
  self->name = name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);

  return self;
}

/**
 * mdg_import_item_new_for_bytes:
 * @bytes: what was pasted
 * @name: what to call it
 *
 * Returns: (transfer full): the text, not read yet
 */
MdgImportItem *
mdg_import_item_new_for_bytes (GBytes *bytes, const char *name)
{
  MdgImportItem *self = g_object_new (MDG_TYPE_IMPORT_ITEM, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);

  return self;
}

/**
 * mdg_import_item_read:
 * @self: an item
 * @known: (nullable): the figures that are stored
 *
 * Reads the file in another thread, or reads it again with the user's present wishes.
 */
void
mdg_import_item_read (MdgImportItem *self, MdgFigures *known)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (MDG_IS_IMPORT_ITEM (self));

  mdg_import_item_cancel (self);
  self->cancellable = g_cancellable_new ();
  if (known != NULL)
    mdg_figures_ref (known);
  g_clear_pointer (&self->known, mdg_figures_unref);
  self->known = known;
  progress_cb (0, 0, self);

  reading = g_new0 (Reading, 1);
  reading->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  reading->answers = copy_strings (self->answers);
  reading->accepted = copy_strings (self->accepted);
  reading->known = known != NULL ? mdg_figures_ref (known) : NULL;

  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, mdg_import_item_read);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * mdg_import_item_cancel:
 * @self: an item
 *
 * Ends the reading that goes on, if there is one.
 */
void
mdg_import_item_cancel (MdgImportItem *self)
{
  g_return_if_fail (MDG_IS_IMPORT_ITEM (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * mdg_import_item_is_reading:
 * @self: an item
 *
 * Returns: whether it is being read, for the first time or again
 */
gboolean
mdg_import_item_is_reading (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * mdg_import_item_get_progress:
 * @self: an item
 * @done: (out): pages or rows that were read
 * @total: (out): how many there are, or 0 where that is not known
 *
 * Says how far the reading is.
 */
void
mdg_import_item_get_progress (MdgImportItem *self, guint *done, guint *total)
{
  g_return_if_fail (MDG_IS_IMPORT_ITEM (self));

  *done = g_atomic_int_get (&self->done);
  *total = g_atomic_int_get (&self->total);
}

/**
 * mdg_import_item_get_state:
 * @self: an item
 *
 * Returns: how far it is; an item that is read again keeps its state until that is done
 */
MdgImportItemState
mdg_import_item_get_state (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), MDG_IMPORT_ITEM_FAILED);

  return self->state;
}

/**
 * mdg_import_item_get_name:
 * @self: an item
 *
 * Returns: the file's name for people
 */
const char *
mdg_import_item_get_name (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), NULL);

  return self->name;
}

/**
 * mdg_import_item_get_result:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what was read, or %NULL before that
 */
MdgImportResult *
mdg_import_item_get_result (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), NULL);

  return self->result;
}

/**
 * mdg_import_item_get_comparison:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what storing it would change, or %NULL before it was read
 */
const MdgImportComparison *
mdg_import_item_get_comparison (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), NULL);

  return self->comparison;
}

/**
 * mdg_import_item_get_known_edition:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the edition that was read from the same file before
 */
MdgEdition *
mdg_import_item_get_known_edition (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), NULL);

  return self->known_edition;
}

/**
 * mdg_import_item_get_error:
 * @self: an item
 *
 * Returns: (nullable): why it cannot be read
 */
const GError *
mdg_import_item_get_error (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), NULL);

  return self->error;
}

/**
 * mdg_import_item_get_n_figures:
 * @self: an item
 * @n_verified: (out) (optional): how many of them are proved
 *
 * Returns: how many figures would be stored
 */
guint
mdg_import_item_get_n_figures (MdgImportItem *self, guint *n_verified)
{
  guint n = 0;
  guint n_proved = 0;

  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), 0);

  if (self->result != NULL)
    {
      GArray *observations = self->result->batch->observations;

      n = observations->len;
      for (guint i = 0; i < n; i++)
        n_proved += g_array_index (observations, MdgObservation, i).quality == MDG_QUALITY_VERIFIED;
    }
  if (n_verified != NULL)
    *n_verified = n_proved;

  return n;
}

/**
 * mdg_import_item_has_open_question:
 * @self: an item
 *
 * Returns: whether something of it waits for an answer
 */
gboolean
mdg_import_item_has_open_question (MdgImportItem *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), FALSE);

  return self->state == MDG_IMPORT_ITEM_READY && mdg_import_result_has_open_question (self->result);
}

/**
 * mdg_import_item_answer:
 * @self: an item
 * @question: the id of a question
 * @answer: (nullable): the answer, or %NULL to take it back
 *
 * Answers a question, and reads the file again accordingly.
 */
void
mdg_import_item_answer (MdgImportItem *self, const char *question, const char *answer)
{
  g_return_if_fail (MDG_IS_IMPORT_ITEM (self));
  g_return_if_fail (question != NULL);

  if (g_strcmp0 (g_hash_table_lookup (self->answers, question), answer) == 0)
    return;

  if (answer != NULL)
    g_hash_table_insert (self->answers, g_strdup (question), g_strdup (answer));
  else
    g_hash_table_remove (self->answers, question);
  mdg_import_item_read (self, self->known);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mdg_import_item_accept:
 * @self: an item
 * @entry: a refused table of its report that can be accepted
 * @accept: whether its figures are wanted as printed, not verified
 *
 * Wishes for the figures of a refused table all the same, and reads the file again accordingly.
 */
void
mdg_import_item_accept (MdgImportItem *self, const MdgReportEntry *entry, gboolean accept)
{
  g_autofree char *key = NULL;

  g_return_if_fail (MDG_IS_IMPORT_ITEM (self));
  g_return_if_fail (entry != NULL);

  key = make_key (entry);
  if (g_hash_table_contains (self->accepted, key) == accept)
    return;

  if (accept)
    g_hash_table_insert (self->accepted, g_steal_pointer (&key), NULL);
  else
    g_hash_table_remove (self->accepted, key);
  mdg_import_item_read (self, self->known);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mdg_import_item_can_accept:
 * @self: an item
 * @entry: an entry of its report
 *
 * Returns: whether it is a refused table that can be, or is, taken as printed
 */
gboolean
mdg_import_item_can_accept (MdgImportItem *self, const MdgReportEntry *entry)
{
  g_return_val_if_fail (MDG_IS_IMPORT_ITEM (self), FALSE);

  return entry->status == MDG_ENTRY_ACCEPTED || mdg_import_result_can_accept (self->result, entry);
}

/**
 * mdg_import_item_set_known:
 * @self: an item that was read
 * @edition: (nullable): the edition that was read from the same file, if it is stored
 *
 * Marks it as a file that was imported before, or that comes twice.
 */
void
mdg_import_item_set_known (MdgImportItem *self, MdgEdition *edition)
{
  g_return_if_fail (MDG_IS_IMPORT_ITEM (self));

  self->state = MDG_IMPORT_ITEM_KNOWN;
  g_clear_pointer (&self->known_edition, mdg_edition_unref);
  self->known_edition = edition != NULL ? mdg_edition_ref (edition) : NULL;
}

/**
 * mdg_import_item_set_stored:
 * @self: an item that was read
 *
 * Marks it as stored.
 */
void
mdg_import_item_set_stored (MdgImportItem *self)
{
  g_return_if_fail (MDG_IS_IMPORT_ITEM (self));

  self->state = MDG_IMPORT_ITEM_STORED;
}
