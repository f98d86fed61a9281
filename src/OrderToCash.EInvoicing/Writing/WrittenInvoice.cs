namespace OrderToCash.EInvoicing;

/// <summary>A document that was written.</summary>
public sealed record WrittenInvoice
{
    /// <summary>The syntax it was written in.</summary>
    public required EInvoiceSyntax Syntax { get; init; }

    /// <summary>How many bytes were written.</summary>
    public required long Bytes { get; init; }

    /// <summary>The terms that the syntax has no place for and that were therefore not written (<c>einvoice.no-place</c>).</summary>
    public EquatableArray<DomainError> Notices { get; init; }
}
