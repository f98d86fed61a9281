namespace OrderToCash.Invoicing;

/// <summary>
/// A specification that documents are written by: what stands in BT-24 and BT-23, and the rules that follow. Hosts may make
/// their own for a national specification.
/// </summary>
public sealed record InvoiceProfile
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The specification identifier (BT-24).</summary>
    public required string SpecificationId { get; init; }

    /// <summary>The business process (BT-23); empty for none.</summary>
    public string ProcessId { get; init => field = value ?? ""; } = "";

    /// <summary>The rules that hold.</summary>
    public required RuleSets Sets { get; init; }

    /// <summary>EN 16931 itself.</summary>
    public static InvoiceProfile En16931 { get; } = new()
    {
        Name = "EN 16931", SpecificationId = EnId, Sets = RuleSets.En16931,
    };

    /// <summary>Peppol BIS Billing 3.</summary>
    public static InvoiceProfile PeppolBilling3 { get; } = new()
    {
        Name = "Peppol BIS Billing 3", SpecificationId = PeppolId, ProcessId = PeppolProcess,
        Sets = RuleSets.En16931 | RuleSets.Peppol,
    };

    /// <summary>XRechnung 3.0.</summary>
    public static InvoiceProfile XRechnung3 { get; } = new()
    {
        Name = "XRechnung 3.0", SpecificationId = XRechnungId, ProcessId = PeppolProcess,
        Sets = RuleSets.En16931 | RuleSets.XRechnung,
    };

    /// <summary>XRechnung 3.0 with its extension.</summary>
    public static InvoiceProfile XRechnungExtension3 { get; } = new()
    {
        Name = "XRechnung 3.0 Extension", SpecificationId = XRechnungExtensionId, ProcessId = PeppolProcess,
        Sets = RuleSets.En16931 | RuleSets.XRechnung | RuleSets.XRechnungExtension,
    };

    /// <summary>The rules that a specification identifier claims; EN 16931 alone for one that is not known.</summary>
    public static RuleSets SetsOf(string? specificationId)
    {
        var id = specificationId.AsSpan().Trim();
        if (id.StartsWith(PeppolId)) return PeppolBilling3.Sets;
        if (id.SequenceEqual(XRechnungExtensionId)) return XRechnungExtension3.Sets;
        return id.Contains(":xrechnung", StringComparison.Ordinal) ? XRechnung3.Sets : RuleSets.En16931;
    }

    private const string EnId = "urn:cen.eu:en16931:2017";
    private const string PeppolId = EnId + "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private const string PeppolProcess = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    private const string XRechnungId = EnId + "#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
    private const string XRechnungExtensionId = XRechnungId + "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0";

    internal static bool IsXRechnung(string? specificationId) =>
        specificationId is XRechnungId or XRechnungExtensionId
            or XRechnungId + "#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9";
}
