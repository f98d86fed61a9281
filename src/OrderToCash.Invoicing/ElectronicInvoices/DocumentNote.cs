namespace OrderToCash.Invoicing;

/// <summary>A note on the document (BG-1).</summary>
public sealed record DocumentNote
{
    /// <summary>What it is about (UNTDID 4451) (BT-21).</summary>
    public string? SubjectCode { get; init; }

    /// <summary>The note (BT-22).</summary>
    public string? Text { get; init; }
}
