namespace OrderToCash.Quickstart;

/// <summary>A made-up bank file.</summary>
public sealed class GeneratedStatement
{
    internal GeneratedStatement(byte[] content, EquatableArray<PaymentTruth> truth) => (Content, Truth) = (content, truth);

    /// <summary>The camt.053 in UTF-8; the same for the same bills, customers, date and seed.</summary>
    public byte[] Content { get; }

    /// <summary>As input, under the name the sample writes it with.</summary>
    public InputSource Source => InputSource.Bytes("statement.xml", Content);

    /// <summary>What the movements really were; for tests only.</summary>
    internal EquatableArray<PaymentTruth> Truth { get; }
}
