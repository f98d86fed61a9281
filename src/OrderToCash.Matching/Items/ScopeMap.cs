namespace OrderToCash.Matching;

/// <summary>
/// From a scope to the positions of its items: a tree of arrays, of which a change copies four small ones, so that the map
/// before stays what it was.
/// </summary>
internal readonly struct ScopeMap
{
    private const int Bits = 4;
    private const int Width = 1 << Bits;

    private readonly Branch[]? root;

    private ScopeMap(Branch[] root) => this.root = root;

    /// <summary>The positions, or null when the scope was not changed.</summary>
    public int[]? Find(int scope)
    {
        var top = scope >> 3 * Bits;
        return root is null || top >= root.Length
            ? null
            : root[top].Twigs?[scope >> 2 * Bits & Width - 1].Leaves?[scope >> Bits & Width - 1].Positions?[scope & Width - 1];
    }

    /// <summary>The map with other positions of a scope.</summary>
    public ScopeMap With(int scope, int[] positions)
    {
        var top = scope >> 3 * Bits;
        var branches = Copy(root, Math.Max(root?.Length ?? 0, top + 1));
        var twigs = branches[top].Twigs = Copy(branches[top].Twigs, Width);
        var leaves = twigs[scope >> 2 * Bits & Width - 1].Leaves = Copy(twigs[scope >> 2 * Bits & Width - 1].Leaves, Width);
        ref var leaf = ref leaves[scope >> Bits & Width - 1];
        leaf.Positions = Copy(leaf.Positions, Width);
        leaf.Positions[scope & Width - 1] = positions;
        return new(branches);
    }

    private static T[] Copy<T>(T[]? array, int length)
    {
        var copy = new T[length];
        array.AsSpan().CopyTo(copy);
        return copy;
    }

    private struct Branch
    {
        public Twig[]? Twigs;
    }

    private struct Twig
    {
        public Leaf[]? Leaves;
    }

    private struct Leaf
    {
        public int[]?[]? Positions;
    }
}
