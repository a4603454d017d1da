# Completion of raci for bash: eval "$(raci completion bash)" in ~/.bashrc.
_raci() {
    local line flags=
    COMPREPLY=()
    # The first line says how the rest is to be taken; behind a tab stands what people read, which bash does not show.
    while IFS= read -r line; do
        if [[ -z $flags ]]; then
            flags=$line
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <(command raci __complete bash "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    if [[ $flags == *nospace* ]]; then
        compopt -o nospace 2>/dev/null
    fi
    if [[ $flags == *files* ]]; then
        compopt -o default 2>/dev/null
    fi
    return 0
}
complete -F _raci raci
