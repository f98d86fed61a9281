namespace OrderToCash.Matching;

/// <summary>
/// From a scope to the positions of its items: a tree of arrays, of which a change copies three small ones, so that the map
/// before stays what it was.
/// </summary>
internal readonly struct ScopeMap
{
    private const int Bits = 5;
    private const int Width = 1 << Bits;

    private readonly int[]?[]?[]?[]? root;

    private ScopeMap(int[]?[]?[]?[] root) => this.root = root;

    /// <summary>The positions, or null when the scope was not changed.</summary>
    public int[]? Find(int scope)
    {
        var top = scope >> 2 * Bits;
        return root is null || top >= root.Length ? null : root[top]?[scope >> Bits & Width - 1]?[scope & Width - 1];
    }

    /// <summary>The map with other positions of a scope.</summary>
    public ScopeMap With(int scope, int[] positions)
    {
        var top = scope >> 2 * Bits;
        var newRoot = new int[]?[]?[]?[Math.Max(root?.Length ?? 0, top + 1)];
        root?.CopyTo(newRoot, 0);
        var middle = newRoot[top] is { } oldMiddle ? (int[]?[]?[])oldMiddle.Clone() : new int[]?[]?[Width];
        ref var leaf = ref middle[scope >> Bits & Width - 1];
        leaf = leaf is null ? new int[]?[Width] : (int[]?[])leaf.Clone();
        leaf[scope & Width - 1] = positions;
        newRoot[top] = middle;
        return new(newRoot);
    }
}
