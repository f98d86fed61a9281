using System.Text.Json.Serialization;

namespace OrderToCash.EInvoicing;

/// <summary>A file that was read to its end.</summary>
public sealed record ReadInvoice
{
    /// <summary>The syntax of the file.</summary>
    public required EInvoiceSyntax Syntax { get; init; }

    /// <summary>What stood in it. A term that a finding says is bad is left out.</summary>
    public required InvoiceDocument Document { get; init; }

    /// <summary>What is wrong with it, in the order of the file.</summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>What was skipped because EN 16931 has no term for it, and which official warnings apply.</summary>
    public EquatableArray<DomainError> Notices { get; init; }

    /// <summary>True when nothing is wrong; notices do not count.</summary>
    [JsonIgnore]
    public bool IsClean => Findings.IsEmpty;
}
