namespace OrderToCash.EInvoicing;

/// <summary>A syntax in three parts, so that lines can be written one by one.</summary>
internal abstract class SyntaxWriter
{
    public abstract void Head(ref Utf8Output output);

    public abstract void Line(ref Utf8Output output, DocumentLine line);

    public abstract void Tail(ref Utf8Output output);

    /// <summary>The gross price and discount, of which the syntaxes demand both: net is gross less discount.</summary>
    protected static (DocumentAmount? Gross, DocumentAmount? Discount) GrossOf(DocumentPrice price) => price switch
    {
        { Gross: { } gross, Discount: null, Net: { } net } => (gross, gross with { Value = gross.Value - net.Value }),
        { Gross: null, Discount: { } discount, Net: { } net } => (discount with { Value = net.Value + discount.Value }, discount),
        _ => (price.Gross, price.Discount),
    };
}
