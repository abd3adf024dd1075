/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-job.h"

#include "import/mdg-import-files.h"

struct _MdgImportJob
{
  GObject parent_instance;

  MdgStore *store;
  MdgFigureModel *model;
  GCancellable *cancellable;
  GPtrArray *items;  /* (element-type MdgImportItem) */
  GPtrArray *stored; /* (element-type MdgImportItem) */
  guint n_expanding; /* lists of files whose folders are looked through */
  guint n_to_store;  /* files that are with the store */
  gboolean storing;
  GError *error; /* why files could not be found, or something was not stored */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgImportJob, mdg_import_job, G_TYPE_OBJECT)

static void
tell (MdgImportJob *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A file that comes twice is stored once. */
static void
mark_twins (MdgImportJob *self)
{
  g_autoptr (GHashTable) digests = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      MdgImportItem *item = g_ptr_array_index (self->items, i);
      MdgImportResult *result = mdg_import_item_get_result (item);
      char *digest;

      if (result == NULL || mdg_import_item_get_state (item) == MDG_IMPORT_ITEM_FAILED)
        continue;
      digest = mdg_import_result_get_edition (result)->digest;
      if (!g_hash_table_add (digests, digest) &&
          mdg_import_item_get_state (item) == MDG_IMPORT_ITEM_READY)
        mdg_import_item_set_known (item, NULL);
    }
}

/* One file at a time: the machine stays usable, and memory holds one file's working data. */
static void
read_next (MdgImportJob *self)
{
  MdgFigures *known = mdg_figure_model_get_figures (self->model);

  /* What is new can only be told against the figures that are stored. */
  if (known == NULL || self->storing)
    return;

  for (guint i = 0; i < self->items->len; i++)
    if (mdg_import_item_is_reading (g_ptr_array_index (self->items, i)))
      return;

  for (guint i = 0; i < self->items->len; i++)
    {
      MdgImportItem *item = g_ptr_array_index (self->items, i);

      if (mdg_import_item_get_state (item) == MDG_IMPORT_ITEM_READING)
        {
          mdg_import_item_read (item, known);
          return;
        }
    }
}

static void
item_changed_cb (MdgImportJob *self)
{
  mark_twins (self);
  read_next (self);
  tell (self);
}

static void
add_item (MdgImportJob *self, MdgImportItem *item)
{
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->items, item);
}

/* What is stored has changed elsewhere, so what an import would change has, too. */
static void
figures_cb (MdgImportJob *self)
{
  MdgFigures *known = mdg_figure_model_get_figures (self->model);

  if (self->storing || g_cancellable_is_cancelled (self->cancellable))
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      MdgImportItem *item = g_ptr_array_index (self->items, i);

      if (mdg_import_item_get_state (item) == MDG_IMPORT_ITEM_READY ||
          mdg_import_item_get_state (item) == MDG_IMPORT_ITEM_KNOWN)
        mdg_import_item_read (item, known);
    }
  read_next (self);
  tell (self);
}

static void
expand_in_thread (GTask *task, gpointer source, gpointer files, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *found = mdg_import_files_expand (files, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
expanded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MdgImportJob *self = MDG_IMPORT_JOB (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), &error);

  self->n_expanding--;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (files == NULL)
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
    }
  for (guint i = 0; files != NULL && i < files->len; i++)
    add_item (self, mdg_import_item_new_for_file (g_ptr_array_index (files, i)));
  read_next (self);
  tell (self);
}

static gpointer
store_batch (MdgDatabase *database, gpointer data, GError **error)
{
  MdgStoreResult result;

  if (!mdg_database_store_batch (database, data, &result, error))
    return NULL;

  /* A pointer that is not NULL stands for success. */
  return GINT_TO_POINTER (1 + (int) result);
}

/* One file with the store. */
typedef struct
{
  MdgImportJob *job;
  MdgImportItem *item;
} Storing;

static void
storing_free (Storing *self)
{
  g_object_unref (self->job);
  g_object_unref (self->item);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Storing, storing_free)

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Storing) storing = data;
  MdgImportJob *self = storing->job;
  g_autoptr (GError) error = NULL;
  gpointer outcome = mdg_store_run_finish (MDG_STORE (source), result, &error);

  if (outcome == NULL)
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
    }
  else if (GPOINTER_TO_INT (outcome) - 1 == MDG_ALREADY_STORED)
    {
      mdg_import_item_set_known (storing->item, NULL);
    }
  else
    {
      mdg_import_item_set_stored (storing->item);
      g_ptr_array_add (self->stored, g_object_ref (storing->item));
    }

  if (--self->n_to_store == 0)
    {
      self->storing = FALSE;
      /* What failed is read again, whole, so that the user can try otherwise. */
      if (self->error != NULL)
        figures_cb (self);
    }
  tell (self);
}

static void
mdg_import_job_dispose (GObject *object)
{
  MdgImportJob *self = MDG_IMPORT_JOB (object);

  mdg_import_job_cancel (self);
  g_clear_object (&self->store);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mdg_import_job_parent_class)->dispose (object);
}

static void
mdg_import_job_finalize (GObject *object)
{
  MdgImportJob *self = MDG_IMPORT_JOB (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->stored);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (mdg_import_job_parent_class)->finalize (object);
}

static void
mdg_import_job_class_init (MdgImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mdg_import_job_dispose;
  object_class->finalize = mdg_import_job_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MDG_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_import_job_init (MdgImportJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->stored = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mdg_import_job_new:
 * @store: where to store
 * @model: the owner of the figures that are known
 *
 * Returns: (transfer full): a job without files
 */
MdgImportJob *
mdg_import_job_new (MdgStore *store, MdgFigureModel *model)
{
  MdgImportJob *self = g_object_new (MDG_TYPE_IMPORT_JOB, NULL);

  self->store = g_object_ref (store);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "notify::figures", G_CALLBACK (figures_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mdg_import_job_add_files:
 * @self: a job
 * @files: (element-type GFile): files and folders
 *
 * Adds files, and all that is in folders, and reads them.
 */
void
mdg_import_job_add_files (MdgImportJob *self, GPtrArray *files)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MDG_IS_IMPORT_JOB (self));
  g_return_if_fail (files != NULL);

  self->n_expanding++;
  task = g_task_new (self, self->cancellable, expanded_cb, NULL);
  g_task_set_source_tag (task, mdg_import_job_add_files);
  g_task_set_task_data (task, g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, expand_in_thread);
}

/**
 * mdg_import_job_add_bytes:
 * @self: a job
 * @bytes: what was pasted
 * @name: what to call it
 *
 * Adds what stands in no file, and reads it.
 */
void
mdg_import_job_add_bytes (MdgImportJob *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (MDG_IS_IMPORT_JOB (self));
  g_return_if_fail (bytes != NULL);

  add_item (self, mdg_import_item_new_for_bytes (bytes, name));
  read_next (self);
  tell (self);
}

/**
 * mdg_import_job_store:
 * @self: a job that is ready
 * @verified_only: whether to leave out what no law proves
 *
 * Stores what was read. What cannot be stored stays ready, with the reason in
 * [method@ImportJob.get_error].
 */
void
mdg_import_job_store (MdgImportJob *self, gboolean verified_only)
{
  g_return_if_fail (MDG_IS_IMPORT_JOB (self));
  g_return_if_fail (mdg_import_job_get_state (self) == MDG_IMPORT_JOB_READY);

  g_clear_error (&self->error);
  self->storing = TRUE;
  for (guint i = 0; i < self->items->len; i++)
    {
      MdgImportItem *item = g_ptr_array_index (self->items, i);
      MdgImportResult *result = mdg_import_item_get_result (item);
      Storing *storing;

      if (mdg_import_item_get_state (item) != MDG_IMPORT_ITEM_READY)
        continue;
      if (verified_only)
        mdg_import_result_keep_verified (result);
      if (result->batch->observations->len == 0)
        continue;

      storing = g_new0 (Storing, 1);
      storing->job = g_object_ref (self);
      storing->item = g_object_ref (item);
      self->n_to_store++;
      mdg_store_run_async (self->store, store_batch, result->batch, NULL, NULL, NULL, stored_cb,
                           storing);
    }
  if (self->n_to_store == 0)
    self->storing = FALSE;
  tell (self);
}

/**
 * mdg_import_job_cancel:
 * @self: a job
 *
 * Ends all reading. What is with the store already is stored.
 */
void
mdg_import_job_cancel (MdgImportJob *self)
{
  g_return_if_fail (MDG_IS_IMPORT_JOB (self));

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < self->items->len; i++)
    mdg_import_item_cancel (g_ptr_array_index (self->items, i));
}

/**
 * mdg_import_job_get_state:
 * @self: a job
 *
 * Returns: how far it is
 */
MdgImportJobState
mdg_import_job_get_state (MdgImportJob *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_JOB (self), MDG_IMPORT_JOB_DONE);

  if (self->storing)
    return MDG_IMPORT_JOB_STORING;
  if (self->n_expanding > 0)
    return MDG_IMPORT_JOB_READING;

  for (guint i = 0; i < self->items->len; i++)
    if (mdg_import_item_get_state (g_ptr_array_index (self->items, i)) == MDG_IMPORT_ITEM_READING)
      return MDG_IMPORT_JOB_READING;

  return self->stored->len > 0 && self->error == NULL ? MDG_IMPORT_JOB_DONE : MDG_IMPORT_JOB_READY;
}

/**
 * mdg_import_job_get_error:
 * @self: a job
 *
 * Returns: (nullable): why no files were found, or why something was not stored
 */
const GError *
mdg_import_job_get_error (MdgImportJob *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_JOB (self), NULL);

  return self->error;
}

/**
 * mdg_import_job_get_n_items:
 * @self: a job
 *
 * Returns: how many files it has
 */
guint
mdg_import_job_get_n_items (MdgImportJob *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_JOB (self), 0);

  return self->items->len;
}

/**
 * mdg_import_job_get_item:
 * @self: a job
 * @index: index of a file
 *
 * Returns: (transfer none): the file
 */
MdgImportItem *
mdg_import_job_get_item (MdgImportJob *self, guint index)
{
  g_return_val_if_fail (MDG_IS_IMPORT_JOB (self), NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * mdg_import_job_is_reading_again:
 * @self: a job
 *
 * Returns: whether a file is read again after a wish of the user
 */
gboolean
mdg_import_job_is_reading_again (MdgImportJob *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_JOB (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (mdg_import_item_is_reading (g_ptr_array_index (self->items, i)))
      return TRUE;

  return FALSE;
}

/**
 * mdg_import_job_get_n_figures:
 * @self: a job
 * @n_verified: (out) (optional): how many of them are proved
 *
 * Returns: how many figures would be stored from all files
 */
guint
mdg_import_job_get_n_figures (MdgImportJob *self, guint *n_verified)
{
  guint n = 0;
  guint n_proved = 0;

  g_return_val_if_fail (MDG_IS_IMPORT_JOB (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      MdgImportItem *item = g_ptr_array_index (self->items, i);
      guint n_item_proved = 0;

      if (mdg_import_item_get_state (item) != MDG_IMPORT_ITEM_READY)
        continue;
      n += mdg_import_item_get_n_figures (item, &n_item_proved);
      n_proved += n_item_proved;
    }
  if (n_verified != NULL)
    *n_verified = n_proved;

  return n;
}

/**
 * mdg_import_job_get_stored:
 * @self: a job
 *
 * Returns: (transfer none) (element-type MdgImportItem): the files that were stored
 */
GPtrArray *
mdg_import_job_get_stored (MdgImportJob *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_JOB (self), NULL);

  return self->stored;
}
