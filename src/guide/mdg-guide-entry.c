/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-entry.h"

#include "guide/mdg-guide-pack-private.h"

struct _MdgGuideEntry
{
  GObject parent_instance;

  MdgGuidePack *pack;  /* (nullable) */
  GFile *file;         /* (nullable): none for the pack in the program */
  char *name;          /* the file's name, for people */
  GBytes *bytes;       /* (nullable) */
  GPtrArray *problems; /* (element-type MdgGuideProblem) */
};

G_DEFINE_FINAL_TYPE (MdgGuideEntry, mdg_guide_entry, G_TYPE_OBJECT)

static void
mdg_guide_entry_finalize (GObject *object)
{
  MdgGuideEntry *self = MDG_GUIDE_ENTRY (object);

  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (mdg_guide_entry_parent_class)->finalize (object);
}

static void
mdg_guide_entry_class_init (MdgGuideEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mdg_guide_entry_finalize;
}

static void
mdg_guide_entry_init (MdgGuideEntry *self)
{
}

/* The name alone, as a file manager shows it: a path says nothing more to most people. */
static char *
get_display_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);

  return g_filename_display_name (basename != NULL ? basename : "");
}

/**
 * mdg_guide_entry_new_builtin:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the pack that comes with the program; %NULL means that the
 *   program itself is damaged
 */
MdgGuideEntry *
mdg_guide_entry_new_builtin (GError **error)
{
  g_autoptr (MdgGuideEntry) self = g_object_new (MDG_TYPE_GUIDE_ENTRY, NULL);

  self->name = g_strdup ("pack.json");
  self->problems = mdg_guide_problems_new ();
  self->bytes = mdg_guide_loader_get_builtin (error);
  if (self->bytes == NULL)
    return NULL;

  self->pack = mdg_guide_pack_new_from_bytes (self->bytes, self->name, NULL, error);

  return self->pack != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * mdg_guide_entry_new_from_file:
 * @file: a file
 *
 * Reads @file and checks it against every rule. It blocks.
 *
 * Returns: (transfer full): an entry with either a pack or problems
 */
MdgGuideEntry *
mdg_guide_entry_new_from_file (GFile *file)
{
  MdgGuideEntry *self = g_object_new (MDG_TYPE_GUIDE_ENTRY, NULL);
  g_autoptr (GError) error = NULL;

  self->file = g_object_ref (file);
  self->name = get_display_name (file);
  self->bytes = mdg_guide_loader_read_file (file, &error);
  if (self->bytes != NULL)
    self->pack = mdg_guide_pack_new_from_bytes (self->bytes, self->name, &self->problems, NULL);
  else
    self->problems = mdg_guide_loader_tell_unreadable (error);

  return self;
}

/**
 * mdg_guide_entry_new_refused:
 * @other: an entry with a pack that cannot be taken for its id
 * @reason: what is wrong with the id
 * @remedy: what to do about it
 *
 * Returns: (transfer full): an entry for the same file with this problem and no pack
 */
MdgGuideEntry *
mdg_guide_entry_new_refused (MdgGuideEntry *other, const char *reason, const char *remedy)
{
  MdgGuideEntry *self = g_object_new (MDG_TYPE_GUIDE_ENTRY, NULL);

  g_set_object (&self->file, other->file);
  self->name = g_strdup (other->name);
  self->bytes = g_bytes_ref (other->bytes);
  self->problems = mdg_guide_problems_new ();
  mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_DUPLICATE_ID, "$.id", g_strdup (reason),
                          remedy);

  return self;
}

/**
 * mdg_guide_entry_get_pack:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): its pack, or %NULL if the file is no good one
 */
MdgGuidePack *
mdg_guide_entry_get_pack (MdgGuideEntry *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (self), NULL);

  return self->pack;
}

/**
 * mdg_guide_entry_is_builtin:
 * @self: an entry
 *
 * Returns: whether this is the pack that comes with the program
 */
gboolean
mdg_guide_entry_is_builtin (MdgGuideEntry *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (self), FALSE);

  return self->file == NULL;
}

/**
 * mdg_guide_entry_get_name:
 * @self: an entry
 *
 * Returns: the name of its file, for people
 */
const char *
mdg_guide_entry_get_name (MdgGuideEntry *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (self), NULL);

  return self->name;
}

/**
 * mdg_guide_entry_get_file:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the file it was read from, %NULL for the built-in pack
 */
GFile *
mdg_guide_entry_get_file (MdgGuideEntry *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (self), NULL);

  return self->file;
}

/**
 * mdg_guide_entry_get_bytes:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the file as it was read, %NULL if it could not be
 */
GBytes *
mdg_guide_entry_get_bytes (MdgGuideEntry *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (self), NULL);

  return self->bytes;
}

/**
 * mdg_guide_entry_get_problems:
 * @self: an entry
 *
 * Returns: (transfer none) (element-type MdgGuideProblem): what is wrong with the file, at most
 *   %MDG_GUIDE_MAX_PROBLEMS; empty if it has a pack
 */
GPtrArray *
mdg_guide_entry_get_problems (MdgGuideEntry *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (self), NULL);

  return self->problems;
}

/**
 * mdg_guide_entry_describe_problems:
 * @self: an entry
 *
 * Returns: (transfer full): every problem on a line of its own, with file, place, reason and remedy
 */
char *
mdg_guide_entry_describe_problems (MdgGuideEntry *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (MDG_IS_GUIDE_ENTRY (self), NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      g_autofree char *line =
        mdg_guide_problem_to_string (g_ptr_array_index (self->problems, i), self->name);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free_and_steal (text);
}
