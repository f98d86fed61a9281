namespace OrderToCash.Banking;

/// <summary>
/// An element of an XML bank file by its local name: its text, its currency attribute, its children, where it stands.
/// </summary>
internal sealed class BankElement(string name, int line, int position)
{
    private List<BankElement>? children;

    public string Name { get; } = name;

    public int Line { get; } = line;

    public int Position { get; } = position;

    public string Text { get; set; } = "";

    public string Currency { get; set; } = "";

    public IReadOnlyList<BankElement> Children => children ?? (IReadOnlyList<BankElement>)[];

    public void Add(BankElement child) => (children ??= []).Add(child);

    /// <summary>The first element below, name by name: <c>At("Acct", "Id", "IBAN")</c>; all branches are tried.</summary>
    public BankElement? At(params ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return this;
        foreach (var child in Children)
            if (child.Name == path[0] && child.At(path[1..]) is { } found) return found;
        return null;
    }

    /// <summary>The text of the first element below, without blanks at its ends; empty when there is none.</summary>
    public string TextAt(params ReadOnlySpan<string> path) => At(path)?.Text ?? "";

    /// <summary>All elements below, name by name, in reading order.</summary>
    public IEnumerable<BankElement> All(params string[] path) => AllFrom(path, 0);

    private IEnumerable<BankElement> AllFrom(string[] path, int depth)
    {
        foreach (var child in Children)
        {
            if (child.Name != path[depth]) continue;
            if (depth == path.Length - 1) yield return child;
            else foreach (var found in child.AllFrom(path, depth + 1)) yield return found;
        }
    }
}
