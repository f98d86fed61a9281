namespace OrderToCash.EInvoicing;

/// <summary>A syntax in three parts, so that lines can be written one by one.</summary>
internal abstract class SyntaxWriter
{
    public abstract void Head(ref Utf8Output output);

    public abstract void Line(ref Utf8Output output, DocumentLine line);

    public abstract void Tail(ref Utf8Output output);
}
