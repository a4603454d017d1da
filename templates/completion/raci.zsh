#compdef raci
# Completion of raci for zsh: eval "$(raci completion zsh)" in ~/.zshrc, or this file as _raci in a folder of $fpath.
_raci() {
    local -a lines described more
    local flags line
    lines=("${(@f)$(command raci __complete zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    flags=$lines[1]
    for line in "${(@)lines[2,-1]}"; do
        if [[ $line == *$'\t'* ]]; then
            described+=("${line%%$'\t'*}:${line#*$'\t'}")
        else
            described+=("$line")
        fi
    done
    [[ $flags == *nospace* ]] && more=(-S '')
    (( $#described )) && _describe -V raci described "${more[@]}"
    if [[ $flags == *files* ]]; then
        compset -P '*='
        _files
    fi
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _raci "$@"
else
    if (( ! $+functions[compdef] )); then
        autoload -Uz compinit && compinit -i
    fi
    compdef _raci raci
fi
