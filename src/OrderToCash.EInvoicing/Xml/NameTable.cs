using System.Buffers.Binary;
using System.Text;

namespace OrderToCash.EInvoicing;

/// <summary>Numbers element names by their UTF-8 bytes, without making strings; 0 is a name the table does not have.</summary>
internal sealed class NameTable
{
    private readonly byte[][] names;
    private readonly byte[] namespaces;
    private readonly ushort[] slots;
    private readonly uint mask;

    /// <param name="entries">The name of each number and its namespace; the first is number 0 and never found.</param>
    public NameTable(IReadOnlyList<(string Name, int Namespace)> entries)
    {
        names = [.. entries.Select(e => Encoding.UTF8.GetBytes(e.Name))];
        namespaces = [.. entries.Select(e => (byte)e.Namespace)];
        var size = 1;
        while (size < entries.Count * 4) size *= 2;
        slots = new ushort[size];
        mask = (uint)size - 1;
        for (var i = 1; i < names.Length; i++)
        {
            var slot = Hash(names[i]) & mask;
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = (ushort)i;
        }
    }

    public int Find(ReadOnlySpan<byte> name, int ns)
    {
        for (var slot = Hash(name) & mask; slots[slot] is var found && found != 0; slot = (slot + 1) & mask)
            if (namespaces[found] == ns && name.SequenceEqual(names[found])) return found;
        return 0;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        ulong hash = (uint)name.Length;
        if (name.Length >= 8)
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(name)
                + unchecked(BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) * 0x9E3779B97F4A7C15);
        }
        else
        {
            foreach (var b in name) hash = (hash << 8) ^ b;
        }
        return (uint)(unchecked(hash * 0xC2B2AE3D27D4EB4F) >> 40);
    }
}
